// Counting and grouping for the eye; nothing here weighs or links. Tested by facts_test.cc.
#include "report/facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "report/words.h"

namespace firsthand::report {

namespace {

Counts count_documents_of(const View& view, const std::vector<std::uint32_t>& documents) {
    Counts counts;
    std::set<std::string> outlets;
    for (const std::uint32_t index : documents) {
        const Document& document = view.document(index);
        if (!document.outlet.empty()) outlets.insert(base::fold(document.outlet));
        counts.undated += document.published.known() ? 0 : 1;
        counts.without_outlet += document.outlet.empty() ? 1 : 0;
        counts.other_language += document.language.empty() || document.language == "en" || document.language == "un" ? 0 : 1;
    }
    counts.articles = documents.size();
    counts.outlets = outlets.size();
    return counts;
}

// Words without case and punctuation: two renderings that differ in neither are one wording.
std::string plain_words(std::string_view words) {
    std::string plain;
    const std::string folded = base::fold(words);
    for (std::size_t i = 0; i < folded.size();) {
        const base::Decoded d = base::decode(folded, i);
        if (base::is_letter(d.point) || base::is_digit(d.point)) plain.append(folded, i, d.size);
        i += d.size;
    }
    return plain;
}

// A short negation turns a sentence round; a long one went with the passage that held it.
bool turns_meaning(const Edit& edit) {
    constexpr std::ptrdiff_t kBlanks = 6;
    const auto is_short = [](const std::string& words) { return std::count(words.begin(), words.end(), ' ') <= kBlanks; };
    if (edit.kind == EditKind::negation) return is_short(edit.before) && is_short(edit.after);
    return edit.kind == EditKind::speaker || edit.kind == EditKind::number;
}

bool is_word_start(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == ' ';
}

// The changed words with a word on either side: a lone "not" says little.
std::string with_neighbours(std::string_view text, std::string_view part) {
    std::size_t at = text.find(part);
    while (at != std::string_view::npos && !is_word_start(text, at)) at = text.find(part, at + 1);
    if (part.empty() || at == std::string_view::npos) return std::string(part);
    std::size_t begin = at, end = at + part.size();
    if (begin > 0) {
        const std::size_t blank = begin >= 2 ? text.rfind(' ', begin - 2) : std::string_view::npos;
        begin = blank == std::string_view::npos ? 0 : blank + 1;
    }
    if (end < text.size()) end = std::min(text.find(' ', end + 1), text.size());
    return std::string(text.substr(begin, end - begin));
}

// "will not close" for "not" in "The mill will not close", and the same place without it.
std::string describe_edit(const View& view, const Group& group, const Edit& edit) {
    const auto words = [&](std::uint32_t member) {
        return member < group.members.size() ? rendering_words(view, group.members[member]) : std::string();
    };
    const bool lone = edit.before.empty() != edit.after.empty() && edit.kind != EditKind::truncation && edit.kind != EditKind::extension;
    if (!lone) return edit_in_words(edit);
    const std::string& part = edit.before.empty() ? edit.after : edit.before;
    const std::string around = with_neighbours(words(edit.before.empty() ? edit.to : edit.from), part);
    if (around.size() <= part.size() || part.size() > 40) return edit_in_words(edit);
    std::string without = around;
    without.erase(without.find(part), part.size());
    Edit whole = edit;
    whole.before = edit.before.empty() ? base::squeeze(without) : around;
    whole.after = edit.before.empty() ? around : base::squeeze(without);
    return edit_in_words(whole);
}

// Within a story one name is one voice; unnamed sources are never one by their name alone.
std::string voice_key(const View& view, std::uint32_t document, const Attribution& attribution, const std::string& chain) {
    std::string key = base::fold(chain);
    const auto add = [&](EntityId local) {
        const std::uint32_t id = view.entity_id(document, local);
        if (id != 0 && view.kind(id) == EntityKind::unnamed) key += '#' + std::to_string(id);
    };
    for (const EntityId relay : attribution.relays) add(relay);
    add(attribution.speaker);
    return key;
}

}  // namespace

Counts count_all(const View& view) {
    std::vector<std::uint32_t> documents(view.size());
    for (std::uint32_t i = 0; i < view.size(); ++i) documents[i] = i;
    Counts counts = count_documents_of(view, documents);
    counts.stories = view.stories().size();
    counts.skipped = view.corpus().skipped.size();
    return counts;
}

Counts count_story(const View& view, const StoryView& story) { return count_documents_of(view, story.documents); }

std::string counts_in_words(const Counts& counts) {
    std::string words = count_of(counts.articles, "article");
    if (counts.outlets > 0) words += ", " + count_of(counts.outlets, "outlet");
    if (counts.stories > 0) words += ", " + count_of(counts.stories, "story", "stories");
    return words;
}

std::string gaps_in_words(const Counts& counts) {
    std::string words;
    const auto add = [&](std::size_t count, std::string_view what, std::string_view mark) {
        if (count == 0) return;
        if (!words.empty()) words += mark;
        words += count == counts.articles && count > 1 ? fmt::format("all {}", what) : count_of(count, what, what);
    };
    add(counts.undated, "undated", ", ");
    add(counts.without_outlet, "without an outlet", ", ");
    add(counts.other_language, "not in English", ", ");
    if (counts.skipped > 0) words += (words.empty() ? "" : "; ") + count_of(counts.skipped, "skipped", "skipped");
    return words;
}

std::vector<const StoryView*> sort_stories(const View& view) {
    std::vector<const StoryView*> stories;
    for (const StoryView& story : view.stories()) stories.push_back(&story);
    const auto larger = [](const StoryView* a, const StoryView* b) { return a->documents.size() > b->documents.size(); };
    std::stable_sort(stories.begin(), stories.end(), larger);
    return stories;
}

CopyFact describe_copy(const View& view, const SetView& copy, const StoryView* story) {
    CopyFact fact;
    std::uint32_t longest = 0;
    for (const std::uint32_t document : copy.documents) longest = std::max(longest, view.words(document));
    for (const std::uint32_t document : copy.documents) {
        if (story != nullptr && &view.stories()[view.story_of(document)] != story) continue;
        fact.documents.push_back(document);
        fact.cut += view.words(document) * 100ULL < longest * 85ULL ? 1 : 0;
    }
    if (copy.group != nullptr) {
        fact.root = view.index_of(copy.group->root);
        fact.credit = base::squeeze(copy.group->credit);
        fact.why = base::squeeze(copy.group->why);
    }
    return fact;
}

std::vector<CopyFact> list_copies(const View& view, const StoryView& story) {
    std::vector<CopyFact> facts;
    for (const std::uint32_t index : story.copies) facts.push_back(describe_copy(view, view.copies()[index], &story));
    std::stable_sort(facts.begin(), facts.end(), [](const CopyFact& a, const CopyFact& b) { return a.documents.size() > b.documents.size(); });
    return facts;
}

std::string copy_in_words(const CopyFact& copy) {
    std::string words = fmt::format("{} articles print one text", copy.documents.size());
    if (!copy.credit.empty()) words += fmt::format(" ({})", copy.credit);
    if (copy.cut > 0) words += fmt::format(", {} cut", copy.cut);
    return words;
}

std::vector<Voice> list_voices(const View& view, const StoryView& story) {
    std::vector<Voice> voices;
    std::map<std::string, std::size_t> by_chain;
    for (const std::uint32_t document : story.documents) {
        const Reading& reading = view.reading(document);
        for (std::uint32_t i = 0; i < reading.attributions.size(); ++i) {
            const Attribution& attribution = reading.attributions[i];
            if (attribution.act == Act::attitude || (attribution.speaker == kNobody && attribution.relays.empty())) continue;
            const std::string chain = chain_in_words(view, document, attribution);
            const auto [found, fresh] = by_chain.try_emplace(voice_key(view, document, attribution, chain), voices.size());
            if (fresh) voices.push_back({chain, {}, 0, 0, {}});
            Voice& voice = voices[found->second];
            if (voice.documents.empty() || voice.documents.back() != document) voice.documents.push_back(document);
            const bool quoted = attribution.speech != Speech::indirect;
            if (fresh || (quoted && voice.quotations == 0)) voice.sample = {reading.key, attribution.content.front(), i};
            voice.quotations += quoted ? 1 : 0;
            ++voice.passages;
        }
    }
    std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
        return a.documents.size() != b.documents.size() ? a.documents.size() > b.documents.size() : a.quotations > b.quotations;
    });
    return voices;
}

UtteranceFact describe_utterance(const View& view, const Group& group) {
    UtteranceFact fact;
    fact.group = &group;
    fact.weight = view.weight(group);
    fact.documents = count_documents(group);
    std::map<std::string, std::size_t> wordings, chains;
    std::set<std::uint32_t> texts;
    for (std::uint32_t i = 0; i < group.members.size(); ++i) {
        const std::uint32_t document = view.index_of(group.members[i].document);
        if (document == kNone) continue;
        texts.insert(view.copy_of(document));
        const std::string words = rendering_words(view, group.members[i]);
        const auto [wording, fresh] = wordings.try_emplace(plain_words(words), fact.renderings.size());
        if (fresh) fact.renderings.push_back({words, i < group.forms.size() ? group.forms[i] : Form::verbatim, {}});
        fact.renderings[wording->second].members.push_back(i);
        if (words.size() > fact.words.size()) fact.words = words;
        const Attribution* attribution = view.attribution(group.members[i]);
        const std::string chain = attribution == nullptr ? "nobody named" : chain_in_words(view, document, *attribution);
        const auto [found, first] = chains.try_emplace(chain, fact.chains.size());
        if (first) fact.chains.push_back({chain, {}});
        std::vector<std::uint32_t>& documents = fact.chains[found->second].documents;
        if (std::find(documents.begin(), documents.end(), document) == documents.end()) documents.push_back(document);
    }
    fact.texts = texts.size();
    std::stable_sort(fact.renderings.begin(), fact.renderings.end(), [](const Rendering& a, const Rendering& b) {
        return a.members.size() != b.members.size() ? a.members.size() > b.members.size() : a.words.size() > b.words.size();
    });
    std::stable_sort(fact.chains.begin(), fact.chains.end(),
                     [](const ChainCount& a, const ChainCount& b) { return a.documents.size() > b.documents.size(); });
    fact.edits = list_edits(view, group);
    return fact;
}

int urgency_of(const EditFact& fact) {
    if (fact.edit->kind == EditKind::negation && !fact.turns) return 7;
    switch (fact.edit->kind) {
        case EditKind::negation: return 0;
        case EditKind::speaker: return 1;
        case EditKind::number: return 2;
        case EditKind::name: return 3;
        case EditKind::hedge: return 4;
        case EditKind::tense: return 5;
        case EditKind::extension: return 6;
        case EditKind::truncation: return 7;
        default: return 8;
    }
}

std::vector<EditFact> list_edits(const View& view, const Group& group, std::uint32_t to) {
    std::vector<EditFact> edits;
    std::map<std::tuple<EditKind, std::string, std::string>, std::size_t> seen;
    for (const Edit& edit : group.edits) {
        if (to != kNone && edit.to != to) continue;
        const auto [found, fresh] = seen.try_emplace({edit.kind, base::fold(edit.before), base::fold(edit.after)}, edits.size());
        if (fresh) edits.push_back({&edit, describe_edit(view, group, edit), {}, turns_meaning(edit)});
        const std::uint32_t document = edit.to < group.members.size() ? view.index_of(group.members[edit.to].document) : kNone;
        std::vector<std::uint32_t>& documents = edits[found->second].documents;
        if (document != kNone && std::find(documents.begin(), documents.end(), document) == documents.end()) documents.push_back(document);
    }
    std::stable_sort(edits.begin(), edits.end(), [](const EditFact& a, const EditFact& b) { return urgency_of(a) < urgency_of(b); });
    return edits;
}

std::string elsewhere_in_words(const View& view, const StoryView& story, const Group& utterance) {
    std::set<std::uint32_t> here, all;
    for (const Passage& member : utterance.members) {
        const std::uint32_t document = view.index_of(member.document);
        if (document == kNone) continue;
        all.insert(document);
        if (std::find(story.documents.begin(), story.documents.end(), document) != story.documents.end()) here.insert(document);
    }
    return here.size() == all.size() ? "" : fmt::format(" ({} of them here, {} in other stories)", here.size(), all.size() - here.size());
}

std::string worth_in_words(const UtteranceFact& fact) {
    std::string words;
    if (fact.texts == 1 && fact.documents > 1) words += "; all from one text";
    if (fact.weight != nullptr && fact.weight->independent.high > 0) {
        const Interval& independent = fact.weight->independent;
        words += fmt::format("; {} independent origin{}", range_of(independent), independent.high == 1 ? "" : "s");
    }
    return words;
}

std::string relays_in_words(const View& view, const Assessment* weight) {
    std::string words;
    std::set<std::string> seen;
    if (weight == nullptr) return words;
    for (const Passage& relay : weight->relays) {
        const std::uint32_t document = view.index_of(relay.document);
        const std::uint32_t id = document == kNone || relay.item == kNone ? 0 : view.entity_id(document, relay.item);
        if (id != 0 && seen.insert(base::fold(name_in_words(view, id))).second) words += (words.empty() ? "" : ", ") + name_in_words(view, id);
    }
    return words;
}

std::size_t count_denials(const View& view, const StoryView& story) {
    std::set<std::pair<const Group*, std::uint32_t>> holders;
    for (const Group* claim : story.claims) {
        const Assessment* weight = view.weight(*claim);
        if (weight == nullptr) continue;
        for (const Position& position : weight->positions) {
            const std::uint32_t document = view.index_of(position.document);
            if (position.stance == Stance::denies && document != kNone) holders.emplace(claim, view.entity_id(document, position.holder));
        }
    }
    return holders.size();
}

std::string story_in_words(const View& view, const StoryView& story) {
    const Counts counts = count_story(view, story);
    std::string words = count_of(counts.articles, "article");
    if (counts.outlets > 0) words += " · " + count_of(counts.outlets, "outlet");
    if (story.weight != nullptr && story.weight->independent.high > 0 && counts.articles > 1) {
        const bool one = story.weight->independent.high == 1;
        words += fmt::format(" · {} independent origin{}", range_of(story.weight->independent), one ? "" : "s");
    }
    for (const CopyFact& copy : list_copies(view, story)) words += fmt::format(" · {} print one text", copy.documents.size());
    if (const std::size_t denials = count_denials(view, story); denials > 0) words += " · " + count_of(denials, "denial");
    return words;
}

}  // namespace firsthand::report
