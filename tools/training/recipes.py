"""The training runs: their data, steps and learning rates."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Recipe:
    """Shares say which part of a set is read (above one: more than once). A step takes one batch of each task
    that the run has: question groups, the same on excerpts, stance pairs, claims on excerpts with their texts, and texts with two
    claims (which need claims too)."""

    seed: int
    steps: int
    layer_rate: float
    head_rate: float
    answer_shares: dict = field(default_factory=dict)
    squad_share: float = 0
    squad_windows: float = 0
    groups_in_a_step: int = 8
    excerpt_groups_in_a_step: int = 0
    stance_in_a_step: int = 0
    stance_shares: dict = field(default_factory=dict)
    perspectrum_share: float = 0
    arguana_share: float = 0
    flipped_share: float = 0
    claims_in_a_step: int = 0
    contrasts_in_a_step: int = 0


RECIPES = {
    # From MiniLM: answers and stance together.
    "first": Recipe(
        seed=1,
        steps=4606,
        layer_rate=8e-5,
        head_rate=4e-4,
        squad_share=0.75,
        squad_windows=0,
        stance_in_a_step=24,
        perspectrum_share=1,
        arguana_share=0.08,
        # qnli and xquad-en are left out: they are SQuAD 1.1 dev.
        answer_shares={
            "selqa": 0.35,
            "squad-nqg": 0.06,
            "squadshifts-wiki": 0.2,
            "squadshifts-reddit": 0.25,
            "squadshifts-amazon": 0.12,
            "policyqa": 0.1,
            "pubmedqa": 1,
            "covidqa": 1,
            "clapnq": 1,
            "qed": 1,
            "onestopqa": 1,
            "fairytaleqa": 0.35,
            "wikiwhy": 0.15,
            "strategyqa": 0.15,
            "medquad": 0.25,
            "qmsum": 1,
            "qamr": 0.03,
        },
        stance_shares={
            "ibm-argq30k": 0.4,
            "ibm-argq30k-mismatch": 0.4,
            "nixon-kennedy": 1,
            "ukpconvarg": 1,
            "arc-reasons": 1,
            "touche23-valueeval": 1,
            "cad-nli": 0.15,
            "breaking-nli": 0.05,
            "fm2": 1,
            "fever-symmetric": 1,
            "wice": 1,
            "snli": 0.25,
            "mnli": 1,
            "scitail": 0.3,
            "conjnli": 0.5,
            "negation-mnli": 0.7,
            "negation-snli": 0.2,
            "med": 0.05,
        },
    ),
    # From the first run: only the answer head, other parts of the sets, some answers in their window.
    "second": Recipe(
        seed=7,
        steps=2932,
        layer_rate=6e-5,
        head_rate=1e-4,
        squad_share=1,
        squad_windows=0.35,
        answer_shares={
            "selqa": 0.8,
            "squad-nqg": 0.15,
            "squadshifts-wiki": 0.6,
            "squadshifts-reddit": 0.7,
            "squadshifts-amazon": 0.25,
            "policyqa": 0.05,
            "pubmedqa": 1,
            "covidqa": 0.7,
            "clapnq": 1,
            "qed": 1,
            "onestopqa": 1,
            "fairytaleqa": 0.3,
            "wikiwhy": 0.12,
            "strategyqa": 0.1,
            "medquad": 0.15,
            "qmsum": 1,
            "qamr": 0.03,
        },
    ),
    # From the second run: a separate model for stance. Without ArguAna and the motions of ArgKP dev.
    "stance": Recipe(
        seed=11,
        steps=3600,
        layer_rate=7e-5,
        head_rate=4e-4,
        stance_in_a_step=32,
        perspectrum_share=4,
        flipped_share=0.3,
        stance_shares={
            "contrast": 1,
            "ibm-argq30k": 1,
            "ibm-argq30k-mismatch": 1,
            "nixon-kennedy": 2,
            "ukpconvarg": 2,
            "arc-reasons": 2,
            "touche23-valueeval": 3,
            "cad-nli": 0.4,
            "breaking-nli": 0.1,
            "fm2": 2,
            "fever-symmetric": 2,
            "wice": 2,
            "snli": 0.2,
            "mnli": 1,
            "scitail": 0.5,
            "conjnli": 1,
            "negation-mnli": 1,
            "negation-snli": 0.5,
            "med": 0.1,
        },
    ),
}
# From the result of "stance": claims on excerpts of books beside a part of what it has read before.
RECIPES["claims"] = replace(
    RECIPES["stance"],
    seed=5,
    steps=2800,
    layer_rate=8e-5,
    head_rate=1.6e-4,
    stance_in_a_step=12,
    claims_in_a_step=4,
)
# From the result of "claims": texts with two claims on different sides beside what it has read before.
RECIPES["sides"] = replace(
    RECIPES["claims"],
    steps=2600,
    layer_rate=1e-4,
    head_rate=2e-4,
    stance_in_a_step=8,
    claims_in_a_step=3,
    contrasts_in_a_step=16,
)
# From the second run: questions on excerpts of books beside what it has read before.
RECIPES["questions"] = replace(
    RECIPES["second"], seed=31, steps=1100, layer_rate=6e-5, groups_in_a_step=3, excerpt_groups_in_a_step=6
)
