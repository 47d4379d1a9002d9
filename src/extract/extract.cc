// Which step follows which. Tested by tests/stages/.
#include "extract/extract.h"

#include "extract/attributions.h"
#include "extract/names.h"
#include "extract/speakers.h"
#include "extract/tagged.h"
#include "extract/terms.h"

namespace firsthand::extract {

void extract(Reading& reading) {
    Names names = find_names(reading.document, reading.annotation);
    std::vector<Passing> passages = find_attributions(reading.document, reading.annotation, names);
    find_speakers(reading, names, passages);
    reading.terms = weigh_terms(reading.document, reading.annotation);
}

void extract(Reading& reading, const Encoding& encoding, const LinkScorer& link) {
    std::vector<TaggedTokens> tagged;
    for (const TaggedName& name : decode_names(encoding)) tagged.push_back({tokens_of(reading.annotation, encoding, name.pieces), name.kind});
    Names names = gather_names(reading.document, reading.annotation, tagged);
    std::vector<Passing> passages = place_tagged(reading.document, reading.annotation, names, encoding, decode_attributions(encoding, link));
    find_speakers(reading, names, passages);
    reading.terms = weigh_terms(reading.document, reading.annotation);
}

}  // namespace firsthand::extract
