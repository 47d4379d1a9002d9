// The first N of a list.
#pragma once

#include <cstddef>
#include <vector>

namespace firsthand::report {

// Cuts the list to `limit` (0: leaves it whole); hands back how many were left out.
template <typename T>
std::size_t keep_first(std::vector<T>& list, unsigned limit) {
    if (limit == 0 || list.size() <= limit) return 0;
    const std::size_t left_out = list.size() - limit;
    list.erase(list.begin() + limit, list.end());
    return left_out;
}

}  // namespace firsthand::report
