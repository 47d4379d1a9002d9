// The kernels for x86-64-v4 (CMakeLists.txt gives the flags).
#define FIRSTHAND_LEVEL v4
#define FIRSTHAND_LEVEL_NAME "v4"
#include "model/kernels.inc"
