// Tested by kernels_test.cc.
#include "model/kernels.h"

namespace firsthand::model {

const Kernels& kernels(Level level) { return level == Level::v4 ? v4::kKernels : level == Level::v3 ? v3::kKernels : v2::kKernels; }

}  // namespace firsthand::model
