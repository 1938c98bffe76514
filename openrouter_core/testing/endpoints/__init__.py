"""What the operations do that have a behaviour of their own: one module for each family."""
