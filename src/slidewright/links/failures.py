"""Why an address gave no answer, in words for people."""

from __future__ import annotations

import ssl
from enum import Enum
from http import HTTPStatus

import httpcore
import httpx

from slidewright.resolve.remote import LinkStatus


class Doubt(Enum):
    """What must be known of the other hosts before a failure counts as the fault of the address."""

    NAMES = "names"
    """Without a network no name resolves."""
    CERTIFICATES = "certificates"
    """Behind a proxy that opens TLS, no certificate verifies."""


class UnansweredError(Exception):
    """An address that is not asked or does not answer; `str(error)` is the reason to report.

    `passes` tells that asking again may help, `wait` after how many seconds the host wants that, `code` is the HTTP
    status of the last answer, if there was one.
    """

    def __init__(
        self,
        reason: str,
        status: LinkStatus = LinkStatus.UNREACHABLE,
        *,
        code: int | None = None,
        passes: bool = False,
        wait: float | None = None,
        doubt: Doubt | None = None,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.code = code
        self.passes = passes
        self.wait = wait
        self.doubt = doubt


# OpenSSL's numbers for an issuer that is not known here; every other fault is in the certificate itself.
_UNKNOWN_ISSUER = frozenset({2, 19, 20, 21})


def explain(error: Exception, seconds: float) -> UnansweredError:
    """Put any failure of a request into words, never into the error's own: those may quote a header."""
    certificate = _certificate_fault(error)
    if certificate is not None:
        doubt = Doubt.CERTIFICATES if certificate.verify_code in _UNKNOWN_ISSUER else None
        reason = f"invalid certificate: {_clause(certificate.verify_message)}"
        return UnansweredError(reason, LinkStatus.DEAD, doubt=doubt)
    match error:
        case UnansweredError():
            return error
        case TimeoutError() | httpcore.TimeoutException():
            return UnansweredError(f"no answer within {seconds:g} s", passes=True)
        case httpcore.ConnectError() | ssl.SSLError():
            return UnansweredError("no secure connection could be agreed on", passes=True)
        case httpcore.NetworkError() | OSError():
            return UnansweredError("the connection broke off", passes=True)
        case httpcore.ProtocolError() | httpx.ProtocolError():
            return UnansweredError("the connection ended without a valid HTTP answer", passes=True)
        case _:
            return UnansweredError(f"it could not be asked ({type(error).__name__})")


def _certificate_fault(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    # The connection pool re-raises "from None", which hides the cause but keeps the context.
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _clause(message: str) -> str:
    """OpenSSL's sentence as part of another one."""
    text = message.rstrip(".")
    return text[:1].lower() + text[1:]


def wording(code: int) -> str:
    """An HTTP status as reports say it."""
    phrase = next((status.phrase for status in HTTPStatus if status == code), "")
    return f"{code} {phrase}".rstrip()
