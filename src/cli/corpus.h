// Paths -> all that they hold, linked and weighed: what every report over articles is made from.
#pragma once

#include "cli/cli.h"
#include "firsthand/error.h"
#include "firsthand/types.h"

namespace firsthand::cli {

// Says on standard error how far it is and what it skips.
[[nodiscard]] Result<Corpus> trace_paths(const Options& options);

}  // namespace firsthand::cli
