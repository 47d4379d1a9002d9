// Viterbi over few states, written out: from O, E and S a span may begin or none; from B and I it goes on or ends.
// Tested by decode_test.cc.
#include "extract/decode.h"

#include <algorithm>
#include <array>
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

// How much surer than "outside" the pieces of a span are, on average.
float mean_margin(const Encoding& encoding, std::size_t column, PieceSpan span) {
    float sum = 0;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
        const float* row = encoding.tags.data() + t * model::kTags + column;
        sum += *std::max_element(row + 1, row + model::kSteps) - row[0];
    }
    return sum / static_cast<float>(span.end - span.begin);
}

Act act_of(const Encoding& encoding, PieceSpan cue) {
    std::array<float, model::kActs> sum{};
    for (std::uint32_t t = cue.begin; t < cue.end; ++t)
        for (std::size_t a = 0; a < model::kActs; ++a) sum[a] += encoding.tags[t * model::kTags + model::kActed + a];
    return static_cast<Act>(std::max_element(sum.begin(), sum.end()) - sum.begin());
}

struct Chosen {
    std::uint32_t key = kNone;
    float score = 0;
};

// For each query its best key within reach, none where nobody is more likely.
std::vector<Chosen> choose(const LinkScorer& link, model::Relation relation, std::span<const PieceSpan> queries, std::span<const PieceSpan> keys) {
    std::vector<Chosen> chosen(queries.size());
    std::size_t first = 0;                          // keys are ordered: only those near the query are scored
    for (std::size_t q = 0; q < queries.size(); ++q) {
        const std::uint32_t begin = queries[q].begin;
        while (first < keys.size() && keys[first].begin + kReach < begin) ++first;
        std::size_t last = first;
        while (last < keys.size() && keys[last].begin <= begin + kReach) ++last;
        if (first == last) continue;
        const std::vector<float> scores = link(relation, queries.subspan(q, 1), keys.subspan(first, last - first));
        const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        if (scores[best] > 0) chosen[q] = {static_cast<std::uint32_t>(first + best), scores[best]};
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

    std::map<std::uint32_t, Tagged> by_cue;
    for (std::size_t c = 0; c < contents.size(); ++c) {
        const float content_margin = mean_margin(encoding, content_column, contents[c]);
        Tagged alone;
        Tagged& tagged = cue_of[c].key == kNone ? alone : by_cue[cue_of[c].key];
        const bool fresh = tagged.content.empty();
        tagged.content.push_back(contents[c]);
        tagged.score = fresh ? content_margin : std::min(tagged.score, content_margin);
        if (cue_of[c].key != kNone) continue;
        tagged.nested = nested;
        if (source_of_content[c].key != kNone) tagged.source = sources[source_of_content[c].key];
        out.push_back(std::move(tagged));
    }
    for (auto& [k, tagged] : by_cue) {
        tagged.nested = nested;
        tagged.cue = cues[k];
        tagged.act = act_of(encoding, tagged.cue);
        tagged.score = std::min(tagged.score, mean_margin(encoding, cue_column, tagged.cue));
        if (source_of_cue[k].key != kNone) {
            tagged.source = sources[source_of_cue[k].key];
            tagged.score = std::min(tagged.score, mean_margin(encoding, source_column, tagged.source));
        }
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
