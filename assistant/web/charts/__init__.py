"""Charts as plain values: where each mark stands; the templates draw them as SVG or as tables."""
