"""The agent's door: an MCP server over standard input and output that calls one App method for each tool."""
