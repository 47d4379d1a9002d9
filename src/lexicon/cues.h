// Cue words: verbs that give words, knowledge or opinion to somebody, with what they say of the speaker's stance.
#pragma once

#include <cstdint>

#include "firsthand/types.h"

namespace firsthand::lexicon {

enum class CueForm : std::uint8_t { finite, participle };   // "said" / "saying"

struct Cue {
    Act act = Act::speech;
    Stance stance = Stance::asserts;
    CueForm form = CueForm::finite;
    bool clause = false;                           // takes a clause without "that": "said it would"
    bool plain = false;                            // says nothing but that words were said: "said", "told", "added", "wrote"
    bool addressed = false;                        // takes an addressee: "told X"
    bool naming = false;                           // takes a name or a phrase: "called it a sham"
};

// Null when the word is no cue.
[[nodiscard]] const Cue* find_cue(std::uint32_t word);

}  // namespace firsthand::lexicon
