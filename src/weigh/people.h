// Entities over all documents: which local entity belongs to which group, and what to call it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <string>

#include "weigh/weigh.h"

namespace firsthand::weigh {

class People {
  public:
    explicit People(const std::vector<Group>& entities);
    // One number for each person over all documents; a local entity in no group has a number of its own. 0 for nobody.
    [[nodiscard]] std::uint64_t number(DocumentKey document, EntityId id) const;
    // The fullest name.
    [[nodiscard]] std::string name(const Reading& reading, EntityId id) const;

  private:
    const std::vector<Group>& entities_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> group_of_;
};

// "the singer’s friend" as a reader would call it: outlet, else id of the document.
[[nodiscard]] std::string call_document(const Document& document);

}  // namespace firsthand::weigh
