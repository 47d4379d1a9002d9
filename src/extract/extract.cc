// Which step follows which. Tested by tests/stages/.
#include "extract/extract.h"

#include "extract/attributions.h"
#include "extract/names.h"
#include "extract/speakers.h"
#include "extract/terms.h"

namespace firsthand::extract {

void extract(Reading& reading) {
    Names names = find_names(reading.document, reading.annotation);
    std::vector<Passing> passages = find_attributions(reading.document, reading.annotation, names);
    find_speakers(reading, names, passages);
    reading.terms = weigh_terms(reading.document, reading.annotation);
}

}  // namespace firsthand::extract
