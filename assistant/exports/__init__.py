"""Everything out in a form that can be read or used without this program; one file a format."""
