"""Is this installation fit to run? Each module looks at one part and yields remarks; nothing is changed."""
