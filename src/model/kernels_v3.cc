// The kernels for x86-64-v3 (CMakeLists.txt gives the flags).
#define FIRSTHAND_LEVEL v3
#define FIRSTHAND_LEVEL_NAME "v3"
#include "model/kernels.inc"
