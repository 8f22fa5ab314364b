"""The only room that speaks to a model, and the embedders; nothing heavy is imported until it is used."""
