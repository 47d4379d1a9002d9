// Viterbi over few states, written out: from O, E and S a span may begin or none; from B and I it goes on or ends.
// Tested by decode_test.cc.
#include "extract/decode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace firsthand::extract {

namespace {

constexpr std::uint32_t kReach = 400;              // pieces: what is further apart is not linked
constexpr float kNever = -std::numeric_limits<float>::infinity();

// The best path of O + (B I E S) × Kinds over rows of `tags` beginning at `column`; calls found(begin, end, kind) from the last span to the first.
template <std::size_t Kinds, typename Found>
void best_path(const Encoding& encoding, std::size_t column, Found found) {
    constexpr std::size_t kStates = 1 + 4 * Kinds;
    const std::size_t n = encoding.pieces.size();
    if (n == 0) return;
    std::vector<std::uint8_t> back(n * kStates, 0);
    std::array<float, kStates> score;
    score.fill(kNever);
    float outside = 0;                              // the best score of a prefix after which a span may begin
    std::uint8_t outside_state = 0;
    for (std::size_t t = 0; t < n; ++t) {
        const float* row = encoding.tags.data() + t * model::kTags + column;
        std::array<float, kStates> next;
        std::uint8_t* from = back.data() + t * kStates;
        next[0] = outside + row[0];
        from[0] = outside_state;
        float open = next[0];
        std::uint8_t open_state = 0;
        for (std::size_t k = 0; k < Kinds; ++k) {
            const std::size_t b = 1 + 4 * k;
            const bool began = score[b] >= score[b + 1];
            const float inside = began ? score[b] : score[b + 1];
            const auto inside_state = static_cast<std::uint8_t>(began ? b : b + 1);
            next[b] = outside + row[b];
            next[b + 1] = inside + row[b + 1];
            next[b + 2] = inside + row[b + 2];
            next[b + 3] = outside + row[b + 3];
            from[b] = from[b + 3] = outside_state;
            from[b + 1] = from[b + 2] = inside_state;
            for (const std::size_t closed : {b + 2, b + 3}) {
                if (next[closed] <= open) continue;
                open = next[closed];
                open_state = static_cast<std::uint8_t>(closed);
            }
        }
        score = next;
        outside = open;
        outside_state = open_state;
    }
    std::size_t state = outside_state;
    std::uint32_t end = 0;
    for (std::size_t t = n; t-- > 0; state = back[t * kStates + state]) {
        if (state == 0) continue;
        const std::size_t step = (state - 1) % 4;
        if (step >= 2) end = static_cast<std::uint32_t>(t + 1);
        if (step == 0 || step == 3) found(PieceSpan{static_cast<std::uint32_t>(t), end}, (state - 1) / 4);
    }
}

constexpr float kLeastShare = -8;                  // logs of shares are cut there

// Log of the share that one of five scores has.
float log_share(std::span<const float> scores, std::size_t chosen) {
    const float most = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (const float score : scores) sum += std::exp(score - most);
    return std::max(scores[chosen] - most - std::log(sum), kLeastShare);
}

// The mean log share of the tags of a span's first and last piece, and of all.
struct SpanShare {
    float edges = 0, all = 0;
};
SpanShare span_share(const Encoding& encoding, std::size_t column, PieceSpan span) {
    SpanShare share;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const bool first = t == span.begin, last = t + 1 == span.end;
        const float log = log_share({encoding.tags.data() + t * model::kTags + column, model::kSteps}, first && last ? 4 : first ? 1 : last ? 3 : 2);
        share.all += log;
        share.edges += (static_cast<float>(first) + static_cast<float>(last)) * log / 2;
    }
    share.all /= static_cast<float>(span.end - span.begin);
    return share;
}

Act act_of(const Encoding& encoding, PieceSpan cue) {
    std::array<float, model::kActs> sum{};
    for (std::uint32_t t = cue.begin; t < cue.end; ++t)
        for (std::size_t a = 0; a < model::kActs; ++a) sum[a] += encoding.tags[t * model::kTags + model::kActed + a];
    return static_cast<Act>(std::max_element(sum.begin(), sum.end()) - sum.begin());
}

struct Chosen {
    std::uint32_t key = kNone;                      // none: nobody
    float share = 0;                                // log of the share that this choice has among all
};

// For each query its best key within reach, or nobody, whose score is 0.
std::vector<Chosen> choose(const LinkScorer& link, model::Relation relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys) {
    std::vector<Chosen> chosen(queries.size());
    std::size_t first = 0;                          // keys are ordered: only those near the query are scored
    for (std::size_t q = 0; q < queries.size(); ++q) {
        const std::uint32_t begin = queries[q].begin;
        while (first < keys.size() && keys[first].begin + kReach < begin) ++first;
        std::size_t last = first;
        while (last < keys.size() && keys[last].begin <= begin + kReach) ++last;
        if (first == last) continue;
        std::vector<float> scores = link(relation, queries.subspan(q, 1), keys.subspan(first, last - first));
        scores.push_back(0);
        const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        chosen[q].share = log_share(scores, best);
        if (best + 1 < scores.size()) chosen[q].key = static_cast<std::uint32_t>(first + best);
    }
    return chosen;
}

void decode_level(const Encoding& encoding, std::size_t column, bool nested, const LinkScorer& link, std::vector<Tagged>& out) {
    const std::size_t source_column = column, cue_column = column + model::kSteps, content_column = column + 2 * model::kSteps;
    const std::vector<PieceSpan> contents = decode_role(encoding, content_column);
    if (contents.empty()) return;
    const std::vector<PieceSpan> sources = decode_role(encoding, source_column), cues = decode_role(encoding, cue_column);
    const std::vector<Chosen> cue_of = choose(link, model::Relation::content_cue, contents, cues);
    const std::vector<Chosen> source_of_content = choose(link, model::Relation::content_source, contents, sources);
    const std::vector<Chosen> source_of_cue = choose(link, model::Relation::cue_source, cues, sources);

    struct Gathered {
        std::vector<std::size_t> contents;
        std::uint32_t cue = kNone;
    };
    std::vector<Gathered> groups;
    std::map<std::uint32_t, std::size_t> group_of_cue;
    for (std::size_t c = 0; c < contents.size(); ++c) {
        const auto [place, fresh] = cue_of[c].key == kNone ? std::pair{group_of_cue.end(), true} : group_of_cue.try_emplace(cue_of[c].key, groups.size());
        if (fresh) groups.push_back({{c}, cue_of[c].key});
        else groups[place->second].contents.push_back(c);
    }
    for (const Gathered& group : groups) {
        const Chosen source = group.cue == kNone ? source_of_content[group.contents.front()] : source_of_cue[group.cue];
        Tagged tagged{.source = source.key == kNone ? PieceSpan{} : sources[source.key], .cue = group.cue == kNone ? PieceSpan{} : cues[group.cue], .content = {}, .nested = nested};
        SpanShare content;
        float cue_share = 0;
        for (const std::size_t c : group.contents) {
            tagged.content.push_back(contents[c]);
            const SpanShare share = span_share(encoding, content_column, contents[c]);
            content.edges += share.edges / static_cast<float>(group.contents.size());
            content.all += share.all / static_cast<float>(group.contents.size());
            cue_share = std::min(cue_share, cue_of[c].share);
        }
        if (!tagged.cue.empty()) tagged.act = act_of(encoding, tagged.cue);
        tagged.evidence = {1, content.edges, content.all, tagged.cue.empty() ? 0 : span_share(encoding, cue_column, tagged.cue).all, tagged.cue.empty() ? 1.0F : 0.0F,
                           tagged.source.empty() ? 0 : span_share(encoding, source_column, tagged.source).all, tagged.source.empty() ? 1.0F : 0.0F, cue_share, source.share,
                           static_cast<float>(std::min<std::size_t>(group.contents.size() - 1, 3))};
        out.push_back(std::move(tagged));
    }
}

}  // namespace

std::vector<PieceSpan> decode_role(const Encoding& encoding, std::size_t column) {
    std::vector<PieceSpan> spans;
    best_path<1>(encoding, column, [&](PieceSpan span, std::size_t) { spans.push_back(span); });
    std::reverse(spans.begin(), spans.end());
    return spans;
}

std::vector<Tagged> decode_attributions(const Encoding& encoding, const LinkScorer& link) {
    std::vector<Tagged> found;
    decode_level(encoding, model::kOuter, false, link, found);
    decode_level(encoding, model::kNested, true, link, found);
    std::sort(found.begin(), found.end(), [](const Tagged& a, const Tagged& b) {
        return std::tuple(a.content.front(), a.nested, a.cue) < std::tuple(b.content.front(), b.nested, b.cue);
    });
    return found;
}

std::vector<TaggedName> decode_names(const Encoding& encoding) {
    static constexpr EntityKind kKinds[] = {EntityKind::person, EntityKind::organization, EntityKind::place};
    std::vector<TaggedName> names;
    best_path<model::kNameKinds>(encoding, model::kNamed, [&](PieceSpan span, std::size_t kind) { names.push_back({span, kKinds[kind]}); });
    std::reverse(names.begin(), names.end());
    return names;
}

}  // namespace firsthand::extract
