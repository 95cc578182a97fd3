"""What is put into a deck's folder for its author: packages of themes and addons."""
