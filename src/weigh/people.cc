// Tested by people_test.cc.
#include "weigh/people.h"

#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::weigh {

namespace {

std::uint64_t local_number(DocumentKey document, EntityId id) { return base::combine(document, id) | 1ULL << 63U; }

}  // namespace

People::People(const std::vector<Group>& entities) : entities_(entities) {
    for (std::uint32_t g = 0; g < entities.size(); ++g)
        for (const Passage& member : entities[g].members) group_of_.emplace(local_number(member.document, member.item), g);
}

std::uint64_t People::number(DocumentKey document, EntityId id) const {
    if (id == kNobody) return 0;
    const auto found = group_of_.find(local_number(document, id));
    return found == group_of_.end() ? local_number(document, id) : found->second + 1;
}

std::string People::name(const Reading& reading, EntityId id) const {
    if (id == kNobody) return "nobody named";
    const auto found = group_of_.find(local_number(reading.key, id));
    const Entity& entity = reading.entities[id - 1];
    return found == group_of_.end() || entity.kind == EntityKind::unnamed ? entity.name : entities_[found->second].label;
}

std::string call_document(const Document& document) { if (!document.outlet.empty()) return document.outlet;
    const std::size_t slash = document.id.find_last_of('/');
    return base::shorten(slash == std::string::npos || slash + 1 == document.id.size() ? document.id : document.id.substr(slash + 1), 60); }

}  // namespace firsthand::weigh
