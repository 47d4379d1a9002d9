// Which step follows which. Tested by tests/stages/.
#include "extract/extract.h"

#include <cmath>

#include "extract/names.h"
#include "extract/speakers.h"
#include "extract/tagged.h"
#include "extract/terms.h"
#include "extract/turns.h"

namespace firsthand::extract {

namespace {

// Lines of `extract` write three digits; what is read back is then the same score, to the last bit.
void round_scores(Reading& reading) {
    for (Attribution& attribution : reading.attributions) attribution.score = static_cast<float>(std::round(attribution.score * 1000.0) / 1000.0);
}

}  // namespace

void extract(Reading& reading, const Heard& heard) {
    const std::vector<Turn> turns = find_turns(reading.document, reading.annotation);
    Names names = gather_names(reading.document, reading.annotation, with_labels(reading.document, reading.annotation, turns, heard.names));
    std::vector<Passing> passages = place_tagged(reading.document, reading.annotation, names, heard.passages);
    take_turns(reading.document, reading.annotation, names, turns, passages);
    find_speakers(reading, names, passages);
    round_scores(reading);
    extract_terms(reading);
}

void extract_terms(Reading& reading) { reading.terms = weigh_terms(reading.document, reading.annotation); }

}  // namespace firsthand::extract
