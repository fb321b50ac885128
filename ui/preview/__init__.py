"""How an article will look: on a phone, on a desktop, on paper; and as a picture to be sent round."""
