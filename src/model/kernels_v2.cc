// The kernels for x86-64-v2 (CMakeLists.txt gives the flags).
#define FIRSTHAND_LEVEL v2
#define FIRSTHAND_LEVEL_NAME "v2"
#include "model/kernels.inc"
