"""How tall a slide's content is, estimated from its text and structure: no browser is asked."""
