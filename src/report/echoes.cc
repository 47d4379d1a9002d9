// Gathers the links of two documents and puts them in order. Tested by echoes_test.cc.
#include "report/echoes.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/limit.h"
#include "report/words.h"

namespace firsthand::report {

EchoesFact list_echo_pairs(const View& view, unsigned limit) {
    EchoesFact fact;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> known;
    for (const Link& link : view.corpus().links) {
        const std::uint32_t from = view.index_of(link.from.document), to = view.index_of(link.to.document);
        if (link.kind != LinkKind::echo || from == kNone || to == kNone) continue;
        const auto [found, fresh] = known.try_emplace({from, to}, fact.pairs.size());
        if (fresh) fact.pairs.push_back({from, to, link.direction, base::squeeze(link.why), view.copy_of(from) == view.copy_of(to), 0, {}});
        EchoPair& pair = fact.pairs[found->second];
        pair.same += link.same;
        pair.passages.push_back(&link);
    }
    for (EchoPair& pair : fact.pairs)
        std::stable_sort(pair.passages.begin(), pair.passages.end(), [](const Link* a, const Link* b) { return a->same > b->same; });
    std::stable_sort(fact.pairs.begin(), fact.pairs.end(), [](const EchoPair& a, const EchoPair& b) { return a.same > b.same; });
    fact.more_pairs = keep_first(fact.pairs, limit);
    return fact;
}

std::string echoes_in_words(const EchoesFact& fact) {
    if (fact.pairs.empty()) return "No article repeats a passage of another";
    const std::string pairs = count_of(fact.pairs.size() + fact.more_pairs, "pair") + " of articles";
    if (fact.more_pairs > 0) return fmt::format("{} that share passages, the first {}", pairs, fact.pairs.size());
    return fmt::format("{} {} passages", pairs, fact.pairs.size() == 1 ? "shares" : "share");
}

std::string names_in_words(const View& view, const EchoPair& pair) {
    const std::string from = short_name(view.document(pair.from)), to = short_name(view.document(pair.to));
    return pair.direction == Direction::forward ? fmt::format("{} ← {}", to, from) : fmt::format("{}, {}", from, to);
}

std::string reason_in_words(const EchoPair& pair) {
    const std::string why = pair.direction == Direction::forward ? pair.why : fmt::format("not known who had it first: {}", pair.why);
    return why + (pair.one_text ? "; both print one text" : "");
}

std::string size_in_words(const EchoPair& pair) { return fmt::format("{} in {}", count_of(pair.same, "word"), count_of(pair.passages.size(), "passage")); }

std::string size_in_words(const Link& echo) {
    return echo.same == echo.words ? fmt::format("{}, all the same", count_of(echo.words, "word")) : fmt::format("{}, {} of them the same", count_of(echo.words, "word"), echo.same);
}

}  // namespace firsthand::report
