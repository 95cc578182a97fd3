"""What the rules about pictures and media share: the files themselves, where they are shown, and who names them."""
