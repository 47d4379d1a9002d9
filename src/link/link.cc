// The spine of linking: for each row of the table keys, candidates, comparisons, groups. Tested by link_test.cc.
#include "link/link.h"

#include <algorithm>
#include <tuple>

#include "link/candidates.h"
#include "link/digest.h"
#include "link/linkers.h"

namespace firsthand::link {

Linked link_corpus(const std::vector<DocumentRow>& documents, const LoadReading& load, const LinkOptions& options) {
    Linked linked;
    const std::span<const Linker> table = linkers();
    const auto report = [&](std::string_view stage, std::uint64_t done) {
        if (options.progress) options.progress(stage, done, table.size() + 1);
    };
    report("reading digests", 0);
    const DigestShelf digests(documents, load, options);
    LinkContext context{documents, digests, load, options.threads, {}, {}, {}};
    for (std::uint32_t d = 0; d < documents.size(); ++d) context.places.emplace(documents[d].key, d);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Linker& linker = table[row];
        report(linker.name, row + 1);
        std::vector<Match> matches;
        if (linker.keys != nullptr) {
            const auto keys_of = [&](std::size_t document, std::vector<std::uint64_t>& keys) { linker.keys(*digests.get(document), keys); };
            const std::vector<Candidate> pairs = find_candidates(documents, keys_of, linker.rule, context.leaders, options.threads);
            matches = compare_pairs(context, pairs, linker.compare);
        }
        linker.group(context, std::move(matches), linked);
    }
    report("", table.size() + 1);
    std::stable_sort(linked.links.begin(), linked.links.end(), [](const Link& a, const Link& b) { return a.kind < b.kind; });
    std::stable_sort(linked.groups.begin(), linked.groups.end(), [](const Group& a, const Group& b) { return a.kind < b.kind; });
    return linked;
}

}  // namespace firsthand::link
