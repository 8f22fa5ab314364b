"""The local page: parse a request, call one App method, show it. Loopback only, nothing asked of any other host."""
