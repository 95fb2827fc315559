"""The opposite of a claim, by its first auxiliary: "is" becomes "is not" and the other way round."""

import re

AUXILIARY = re.compile(
    r"\b(is|are|was|were|can|could|will|would|should|must|may|might|has|have|had|does|do|did)\b(?! not\b)(?!n[’']t)"
)
NEGATION = re.compile(
    r"\b(?:is|are|was|were|can|could|will|would|should|must|may|might|has|have|had|does|do|did)( not)\b", re.I
)


def negated(claim):
    """The claim's opposite by its first auxiliary, or None."""
    found = NEGATION.search(claim)
    if found:
        return claim[: found.start(1)] + claim[found.end(1) :]
    found = AUXILIARY.search(claim)
    if not found or re.search(r"\b(not|no|never|nor|none|neither|nothing|without)\b|n[’']t\b", claim, re.I):
        return None
    return claim[: found.end()] + " not" + claim[found.end() :]
