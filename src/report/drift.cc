// Finds the utterance and sorts its renderings; the edits themselves are the linker's. Tested by drift_test.cc.
#include "report/drift.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/limit.h"
#include "report/shown_words.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::string_view kAll = "all", kPrefix = "utterance-";
constexpr std::string_view kHelp = "`firsthand drift all PATH…` lists the utterances whose renderings differ with their ids, `firsthand trace PATH… --json FILE` all of them";
constexpr std::size_t kMostNamed = 5;

std::uint32_t find_fullest(const View& view, const Group& group) {
    std::uint32_t fullest = 0;
    std::size_t most = 0;
    for (std::uint32_t member = 0; member < group.members.size(); ++member) {
        const std::size_t words = split_words(quoted_words(view, group.members[member])).size();
        if (words <= most) continue;
        fullest = member;
        most = words;
    }
    return fullest;
}

int urgency_of(const std::vector<EditFact>& edits) {
    constexpr int kLeast = 99;
    return edits.empty() ? kLeast : urgency_of(edits.front());
}

// The same words, whatever their case and punctuation.
std::string fold_words(std::string_view words) {
    std::string folded;
    for (const ShownWord& word : split_words(words)) folded += word.folded + ' ';
    return folded;
}

std::vector<DriftWording> list_wordings(const View& view, const Group& group, std::uint32_t fullest) {
    std::vector<DriftWording> wordings;
    std::map<std::string, std::size_t> known;
    for (std::uint32_t member = 0; member < group.members.size(); ++member) {
        if (view.index_of(group.members[member].document) == kNone) continue;
        std::string words = quoted_words(view, group.members[member]);
        const auto [found, fresh] = known.try_emplace(fold_words(words), wordings.size());
        if (fresh) wordings.push_back({std::move(words), kNone, {}, {}});
        DriftWording& wording = wordings[found->second];
        wording.members.push_back(member);
        const auto edit = std::find_if(group.edits.begin(), group.edits.end(), [&](const Edit& one) { return one.to == member; });
        if (edit == group.edits.end() || wording.against != kNone) continue;
        if (edit->from >= group.members.size() || view.index_of(group.members[edit->from].document) == kNone) continue;
        wording.against = edit->from;
        wording.edits = list_edits(view, group, member);
    }
    const auto key = [&](const DriftWording& wording) {
        const bool whole = std::find(wording.members.begin(), wording.members.end(), fullest) != wording.members.end();
        return std::tuple(!whole, wording.against != kNone, urgency_of(wording.edits));
    };
    std::stable_sort(wordings.begin(), wordings.end(), [&](const DriftWording& a, const DriftWording& b) { return key(a) < key(b); });
    return wordings;
}

DriftFact describe_drift(const View& view, const Group& group) {
    DriftFact fact{describe_utterance(view, group), find_fullest(view, group), {}};
    fact.wordings = list_wordings(view, group, fact.fullest);
    return fact;
}

}  // namespace

Result<void> check_utterance_name(std::string_view given) {
    if (given == kAll || given.starts_with(kPrefix)) return {};
    return Error{ErrorCode::usage, fmt::format("{} is no id of an utterance: these begin with {}; {}", given, kPrefix, kHelp)};
}

Result<std::string> find_utterance(const Corpus& corpus, std::string_view given) {
    if (given == kAll) return std::string();
    std::vector<std::string_view> found;
    for (const Group& group : corpus.groups) {
        if (group.kind != LinkKind::utterance || !group.id.starts_with(given)) continue;
        if (group.id == given) return group.id;
        found.push_back(group.id);
    }
    if (found.size() == 1) return std::string(found.front());
    if (found.empty()) return Error{ErrorCode::usage, fmt::format("{}: no such utterance in these articles; {}", given, kHelp)};
    const std::size_t count = found.size();
    found.resize(std::min(count, kMostNamed));
    return Error{ErrorCode::usage, fmt::format("{} may be {} utterances: {}{}", given, count, fmt::join(found, ", "), count > kMostNamed ? ", …" : "")};
}

DriftsFact list_drifts(const View& view, const ReportOptions& options) {
    DriftsFact fact;
    for (const Group& group : view.corpus().groups) {
        if (group.kind != LinkKind::utterance || group.members.empty()) continue;
        if (options.utterance.empty() ? !group.edits.empty() : group.id == options.utterance) fact.drifts.push_back(describe_drift(view, group));
    }
    const auto key = [](const DriftFact& drift) {
        const UtteranceFact& utterance = drift.utterance;       // one article that says a thing twice is no drift between articles
        return std::tuple(utterance.documents < 2, urgency_of(utterance.edits), -static_cast<std::int64_t>(utterance.documents));
    };
    std::stable_sort(fact.drifts.begin(), fact.drifts.end(), [&](const DriftFact& a, const DriftFact& b) { return key(a) < key(b); });
    fact.more_drifts = keep_first(fact.drifts, options.limit);
    return fact;
}

std::string drifts_in_words(const DriftsFact& fact) {
    if (fact.drifts.empty()) return "No saying differs from one rendering to another";
    const std::size_t all = fact.drifts.size() + fact.more_drifts;
    if (fact.more_drifts > 0) return fmt::format("{} that differ from one rendering to another, the first {}", count_of(all, "saying"), fact.drifts.size());
    return fmt::format("{} {} from one rendering to another", count_of(all, "saying"), all == 1 ? "differs" : "differ");
}

std::string said_by(const View& view, const Passage& member) {
    const Attribution* attribution = view.attribution(member);
    return attribution == nullptr ? "nobody named" : chain_in_words(view, view.index_of(member.document), *attribution);
}

std::string_view form_of(const Group& group, std::uint32_t member) { return name_of(member < group.forms.size() ? group.forms[member] : Form::verbatim); }

std::string edit_line(const EditFact& edit) { return fmt::format("{}: {}", name_of(edit.edit->kind), edit.words); }

}  // namespace firsthand::report
