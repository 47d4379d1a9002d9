// A corpus made by hand, without readers and models, as rich as a small real one: two stories, a lost "not", a wire text that
// three outlets print (one cut), an unnamed source through a tabloid, an undated article, hostile strings, offsets beyond ASCII.
// All names, places and outlets are invented.
#pragma once

#include "firsthand/types.h"

namespace firsthand::report {

[[nodiscard]] Corpus make_test_corpus();

}  // namespace firsthand::report
