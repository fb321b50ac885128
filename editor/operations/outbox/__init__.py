"""The outbox: what goes to publishing systems, exactly once, through restarts and lost lines.

`queueing` puts work into the queue, `driving` does it, `carrying` is one piece of it without the library, `noting`
writes down what became of it, `targets` keeps the places, `deciding` is what a person decides.
"""
