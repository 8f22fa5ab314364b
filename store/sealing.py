"""A backup closed with a passphrase: scrypt makes the key, AES-256-GCM seals, both from `cryptography`.

Invariant: what opens is exactly what was sealed; a wrong passphrase and a changed byte look alike, and open nothing.
"""

from __future__ import annotations

import os

from store.errors import StoreError

# Fixed for this form of file: 128 MiB and a good tenth of a second for each guess.
COST, BLOCK, LANES = 2**17, 8, 1
SALT, NONCE = 16, 12


def seal(data: bytes, passphrase: str, about: bytes) -> bytes:
    """`about` is not hidden, but cannot be changed either."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    return salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, data, about)


def unseal(data: bytes, passphrase: str, about: bytes) -> bytes:
    """Raises StoreError where the passphrase is not the one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, sealed = data[:SALT], data[SALT : SALT + NONCE], data[SALT + NONCE :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed, about)
    except (InvalidTag, ValueError):
        raise StoreError("The passphrase does not open this backup. Try again with the one it was made with.") from None


def _key(passphrase: str, salt: bytes) -> bytes:
    from unicodedata import normalize

    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters typed on another keyboard must give the same key.
    return Scrypt(salt=salt, length=32, n=COST, r=BLOCK, p=LANES).derive(normalize("NFC", passphrase).encode())
