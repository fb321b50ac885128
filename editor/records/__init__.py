"""What operations and the service tell a window: plain, picklable, standard library only; a window may import them."""
