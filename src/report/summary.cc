// First what was read, then the stories, the largest first, then what was skipped. It says what is not known, too.
// Tested by summary_test.cc and the golden file summary.txt.
#include "report/summary.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/columns.h"
#include "report/facts.h"
#include "report/words.h"

namespace firsthand::report {

namespace {

constexpr std::size_t kStories = 10, kDocuments = 8, kUtterances = 4, kEdits = 3, kVoices = 5, kReasons = 4, kClaims = 3, kSkipped = 10;
constexpr std::size_t kSingles = 3;                // more stories of one article than this are only counted, where others have several

void write_documents(Page& page, const View& view, const StoryView& story) {
    std::size_t outlet_columns = 0, date_columns = 0;
    const std::size_t shown = std::min(story.documents.size(), story.documents.size() > kDocuments + 1 ? kDocuments : kDocuments + 1);
    for (std::size_t i = 0; i < shown; ++i) {
        const Document& document = view.document(story.documents[i]);
        outlet_columns = std::max(outlet_columns, display_width(outlet_of(document)));
        date_columns = std::max(date_columns, display_width(day_of(document.published)));
    }
    outlet_columns = std::min<std::size_t>(outlet_columns, page.width() / 3);
    for (std::size_t i = 0; i < shown; ++i) {
        const Document& document = view.document(story.documents[i]);
        const std::string title = document.title.empty() ? document.id : document.title;
        page.row("  ", {{outlet_of(document), outlet_columns, document.outlet.empty() ? Style::faint : Style::plain},
                        {day_of(document.published), date_columns, Style::faint},
                        {title, 0, Style::plain}});
    }
    if (shown < story.documents.size()) page.line("  ", more_of(story.documents.size() - shown, "article"), Style::faint);
}

// "The Courier, The Post (2) and 2 more".
std::string list_outlets(const View& view, const std::vector<std::uint32_t>& documents) {
    constexpr std::size_t kShown = 4;
    std::vector<std::pair<std::string, std::size_t>> names;     // each once, with how many of its articles
    for (const std::uint32_t document : documents) {
        std::string name = short_name(view.document(document));
        const auto known = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
        if (known == names.end()) {
            names.emplace_back(std::move(name), 1);
        } else {
            ++known->second;
        }
    }
    std::string words;
    for (std::size_t i = 0; i < names.size() && i < kShown; ++i)
        words += (i == 0 ? "" : ", ") + names[i].first + (names[i].second > 1 ? fmt::format(" ({})", names[i].second) : "");
    if (names.size() > kShown) words += fmt::format(" and {} more", names.size() - kShown);
    return words;
}

void write_copies(Page& page, const View& view, const StoryView& story) {
    for (const CopyFact& copy : list_copies(view, story))
        page.line("  ", fmt::format("{}: {}", copy_in_words(copy), list_outlets(view, copy.documents)));
}

void write_origins(Page& page, const View& view, const StoryView& story) {
    if (story.weight == nullptr || story.weight->independent.high == 0 || story.documents.size() == 1) return;
    const Interval& independent = story.weight->independent;
    page.line("  ", fmt::format("Independent origins: {}", range_of(independent)), Style::bold);
    for (std::size_t i = 0; i < independent.why.size() && i < kReasons; ++i) page.line("    - ", independent.why[i]);
    if (independent.why.size() > kReasons)
        page.line("    - ", more_of(independent.why.size() - kReasons, "reason"), Style::faint);
    if (const std::string relays = relays_in_words(view, story.weight); !relays.empty()) page.line("  ", "Passed on by: " + relays);
}

void write_edits(Page& page, const View& view, const UtteranceFact& fact) {
    std::size_t shown = 0;
    for (const EditFact& edit : fact.edits) {
        if (shown == kEdits) break;
        const std::string where = edit.documents.empty() ? "" : " in " + list_outlets(view, edit.documents);
        page.line(edit.turns ? "       ! " : "       ~ ", fmt::format("{}: {}{}", name_of(edit.edit->kind), edit.words, where),
                  edit.turns ? Style::alarm : Style::plain);
        ++shown;
    }
    if (shown < fact.edits.size()) page.line("       ~ ", more_of(fact.edits.size() - shown, "change"), Style::faint);
}

void write_utterances(Page& page, const View& view, const StoryView& story) {
    std::size_t repeated = 0;
    for (const Group* group : story.utterances) {
        const UtteranceFact fact = describe_utterance(view, *group);
        if (fact.documents < 2) break;             // sorted: none after it is repeated
        if (++repeated > kUtterances) continue;
        if (repeated == 1) page.line("  ", "Said in several articles", Style::bold);
        page.line(fmt::format("  {:>3}x ", fact.documents), in_marks(base::shorten(fact.words, 220)) + elsewhere_in_words(view, story, *group));
        std::string chains;
        for (std::size_t i = 0; i < fact.chains.size() && i < 3; ++i) {
            if (i > 0) chains += "; ";
            chains += fact.chains[i].chain;
            if (fact.chains.size() > 1) chains += fmt::format(" (in {})", list_outlets(view, fact.chains[i].documents));
        }
        page.line("       ", chains + worth_in_words(fact), Style::accent);
        write_edits(page, view, fact);
    }
    if (repeated > kUtterances) page.line("       ", more_of(repeated - kUtterances, "saying"), Style::faint);
}

void write_voices(Page& page, const View& view, const StoryView& story) {
    const std::vector<Voice> voices = list_voices(view, story);
    if (voices.empty()) return;
    page.line("  ", "Who is quoted, and through whom", Style::bold);
    for (std::size_t i = 0; i < voices.size() && i < kVoices; ++i) {
        const Voice& voice = voices[i];
        const std::string times = voice.passages > 1 ? fmt::format("{} passages", voice.passages) : "";
        const bool few = voice.documents.size() <= 2;
        const std::string articles = "in " + (few ? list_outlets(view, voice.documents) : count_of(voice.documents.size(), "article"));
        const std::string where = story.documents.size() > 1 ? articles : times;
        page.line("    - ", fmt::format("{}{}: {}", voice.chain, where.empty() ? "" : " (" + where + ")",
                                        in_marks(base::shorten(rendering_words(view, voice.sample), 70))));
    }
    if (voices.size() > kVoices) page.line("    - ", fmt::format("… and {} more", voices.size() - kVoices), Style::faint);
}

void write_claims(Page& page, const View& view, const StoryView& story) {
    std::size_t shown = 0;
    for (const Group* claim : story.claims) {
        const Assessment* weight = view.weight(*claim);
        if (weight == nullptr || weight->denying.high == 0 || shown == kClaims) continue;   // the others stand among the sayings
        if (shown++ == 0) page.line("  ", "Denied", Style::bold);
        const std::string statement = in_marks(base::shorten(statement_words(*claim), 140));
        page.line("    - ", fmt::format("{}: {}; origins for it {}, against it {}", statement, status_of(*weight), range_of(weight->supporting),
                                        range_of(weight->denying)));
    }
}

void write_story(Page& page, const View& view, const StoryView& story) {
    page.gap();
    page.line("", story.title, Style::bold);
    page.line("", fmt::format("{} · {}", story_in_words(view, story), days_of(view, story.documents)), Style::faint);
    write_documents(page, view, story);
    write_copies(page, view, story);
    write_origins(page, view, story);
    write_utterances(page, view, story);
    write_voices(page, view, story);
    write_claims(page, view, story);
}

void write_skipped(Page& page, const std::vector<Skipped>& skipped) {
    if (skipped.empty()) return;
    page.gap();
    page.line("", fmt::format("Skipped: {}", count_of(skipped.size(), "input")), Style::bold);
    for (std::size_t i = 0; i < skipped.size() && i < kSkipped; ++i) page.line("  ", fmt::format("{}: {}", skipped[i].path, skipped[i].reason));
    if (skipped.size() > kSkipped) page.line("  ", fmt::format("… and {} more", skipped.size() - kSkipped), Style::faint);
}

}  // namespace

bool write_read(Page& page, const View& view) {
    const Counts counts = count_all(view);
    if (counts.articles == 0) {
        page.line("", counts.skipped == 0 ? "Nothing was read: no article was found." : "Nothing was read: no input could be used.", Style::bold);
        return false;
    }
    page.line("", counts_in_words(counts), Style::bold);
    if (const std::string gaps = gaps_in_words(counts); !gaps.empty()) page.line("", gaps, Style::faint);
    return true;
}

void write_summary(const Corpus& corpus, const ReportOptions& options, std::ostream& out) {
    const View view(corpus);
    Page page(out, options);
    write_read(page, view);
    const std::vector<const StoryView*> stories = sort_stories(view);
    const auto told_once = [](const StoryView* story) { return story->documents.size() == 1; };
    const auto singles = static_cast<std::size_t>(std::count_if(stories.begin(), stories.end(), told_once));
    const std::size_t several = stories.size() - singles;
    const std::size_t shown = std::min(several > 0 && singles > kSingles ? several : stories.size(), kStories);
    for (std::size_t i = 0; i < shown; ++i) write_story(page, view, *stories[i]);
    if (shown < stories.size()) {
        page.gap();
        const std::string once = shown >= several ? ", told by one article each" : "";
        page.line("", fmt::format("{}{} (--json, --html)", more_of(stories.size() - shown, "story", "stories"), once), Style::faint);
    }
    write_skipped(page, corpus.skipped);
}

}  // namespace firsthand::report
