"""One file a format: a draft and the records that it cites in, text or bytes out."""
