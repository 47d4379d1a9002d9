// The hand-made corpus, and the law that it must keep itself: every span lies inside its text, on UTF-8 boundaries.
#include "report/test_corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"

namespace firsthand::report {

namespace {

constexpr std::string_view kWire =
    "KESSEL, March 4 (Northline) - The paper mill at Kessel stays open, its director said on Tuesday.\n\n"
    "“The mill will not close before the spring,” said Mara Ellin, who has run it for nine years. “We have orders until May.”\n\n"
    "The town of Kessel lives on the mill; one household in three has somebody who works there.";

struct Maker {
    Corpus corpus;

    Reading& add(std::string id, std::string outlet, std::string day, std::string title, std::string text) {
        Reading reading;
        reading.key = base::hash_bytes(id);
        Document& document = reading.document;
        document.path = "articles/" + id + ".txt";
        document.id = std::move(id);
        document.outlet = std::move(outlet);
        document.title = std::move(title);
        document.text = std::move(text);
        document.language = "en";
        if (day.empty()) {
            document.notes.emplace_back("undated");
        } else {
            document.published = {day, "published", 1930348800 + 86400LL * std::stoi(day.substr(8)), DatePrecision::day};
        }
        if (document.outlet.empty()) document.notes.emplace_back("no outlet");
        corpus.readings.push_back(std::move(reading));
        return corpus.readings.back();
    }
    Reading& at(std::size_t index) { return corpus.readings.at(index); }
    Passage passage(std::size_t index, std::string_view words, std::uint32_t item = kNone);
};

ByteSpan find(std::string_view text, std::string_view words, std::size_t from = 0) {
    const std::size_t at = text.find(words, from);
    if (at == std::string_view::npos) throw std::runtime_error("no such words: " + std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Passage Maker::passage(std::size_t index, std::string_view words, std::uint32_t item) {
    return {at(index).key, words.empty() ? ByteSpan{} : find(at(index).document.text, words), item};
}

EntityId add_entity(Reading& reading, EntityKind kind, std::string name, std::vector<std::string_view> mentions, EntityId relay = kNobody) {
    Entity entity;
    entity.id = static_cast<EntityId>(reading.entities.size()) + 1;
    entity.kind = kind;
    entity.relay = relay;
    if (kind == EntityKind::unnamed) {
        entity.description = name;
        entity.number = Number::one;
    }
    for (const std::string_view mention : mentions) {
        entity.mentions.push_back(find(reading.document.text, mention));
        if (mention != name) entity.aliases.emplace_back(mention);
    }
    std::sort(entity.aliases.begin(), entity.aliases.end());
    entity.name = std::move(name);
    reading.entities.push_back(entity);
    return entity.id;
}

std::uint32_t quote(Reading& reading, std::vector<std::string_view> content, std::string_view source, std::string_view cue, EntityId speaker,
                    std::vector<EntityId> relays = {}) {
    Attribution attribution;
    for (const std::string_view words : content) attribution.content.push_back(find(reading.document.text, words));
    if (!source.empty()) attribution.source.push_back(find(reading.document.text, source));
    if (!cue.empty()) attribution.cue.push_back(find(reading.document.text, cue));
    attribution.speaker = speaker;
    attribution.relays = std::move(relays);
    attribution.hand = attribution.relays.empty() ? Hand::told : Hand::retold;
    attribution.score = 0.9F;
    reading.attributions.push_back(attribution);
    return static_cast<std::uint32_t>(reading.attributions.size()) - 1;
}

void add_mill_articles(Maker& make) {
    const std::vector<std::pair<std::string, std::string>> outlets{
        {"a-valley", "Valley Post"}, {"b-eastmoor", "Eastmoor Gazette"}, {"c-larch", "The Daily Larch"}};
    for (const auto& [id, outlet] : outlets) {
        std::string text(kWire);
        if (id == "c-larch") text.resize(text.find("\n\nThe town"));
        Reading& reading = make.add(id, outlet, "2031-03-04", "Kessel mill stays open, director says", text);
        const EntityId ellin = add_entity(reading, EntityKind::person, "Mara Ellin", {"Mara Ellin"});
        add_entity(reading, EntityKind::place, "Kessel", {"Kessel"});
        quote(reading, {"“The mill will not close before the spring,”"}, "Mara Ellin", "said", ellin);
        quote(reading, {"“We have orders until May.”"}, "", "", ellin);
    }
    Reading& lantern = make.add("d-lantern", "The Lantern", "2031-03-05", "Mill to shut by spring!",
                                "It is official. “The mill will close before the spring,” Ellin said.\n\n"
                                "A mill insider told The Lantern: “They are selling the machines at night 🏭, one by one.”\n\nYou Might Also Like");
    lantern.document.url = "https://lantern.example/mill?a=1&b=\"2\"";
    lantern.document.furniture = {find(lantern.document.text, "You Might Also Like")};
    const EntityId ellin = add_entity(lantern, EntityKind::person, "Ellin", {"Ellin"});
    const EntityId paper = add_entity(lantern, EntityKind::outlet, "The Lantern", {"The Lantern"});
    const EntityId insider = add_entity(lantern, EntityKind::unnamed, "mill insider", {"A mill insider"}, paper);
    quote(lantern, {"“The mill will close before the spring,”"}, "Ellin", "said", ellin);
    quote(lantern, {"“They are selling the machines at night 🏭, one by one.”"}, "A mill insider", "told The Lantern", insider, {paper});
}

// Undated, without an outlet, hostile: a tag, a script address, an override that turns the text round, an escape sequence.
void add_hostile_article(Maker& make) {
    Reading& blog = make.add("z-blog", "", "", "",
                             "Machines <script>alert(\"gone\")</script> & all\n\nReader \u202eesrever\u202c news from 東京 \x1b[31m.\n\n"
                             "“They are selling,” an insider told The Lantern, “the machines at night.”");
    blog.document.title = "Machines <script>alert(\"gone\")</script> & all";
    blog.document.title_span = find(blog.document.text, blog.document.title);
    blog.document.url = "javascript:alert(1)";
    const EntityId paper = add_entity(blog, EntityKind::outlet, "The Lantern", {"The Lantern"});
    const EntityId insider = add_entity(blog, EntityKind::unnamed, "insider", {"an insider"}, paper);
    quote(blog, {"“They are selling,”", "“the machines at night.”"}, "an insider", "told The Lantern", insider, {paper});
}

void add_ferry_articles(Maker& make) {
    Reading& coast = make.add("e-coast", "Coast Weekly 海岸", "2031-03-06", "Ferry “safe to sail”, says Joren Vask",
                              "The ferry from Port Velm sails again on Friday. Joren Vask, the harbour master, said it was safe to sail.");
    const EntityId vask = add_entity(coast, EntityKind::person, "Joren Vask", {"Joren Vask"});
    quote(coast, {"it was safe to sail"}, "Joren Vask, the harbour master,", "said", vask);
    coast.attributions.back().speech = Speech::indirect;
    Attribution headline;
    headline.speech = Speech::mixed;
    headline.in_title = true;
    headline.content = {find(coast.document.title, "“safe to sail”")};
    headline.source = {find(coast.document.title, "Joren Vask")};
    headline.cue = {find(coast.document.title, "says")};
    headline.speaker = vask;
    coast.attributions.push_back(headline);
    Reading& tide = make.add("f-tide", "The Tide", "2031-03-07", "No ferry on Friday",
                            "No ferry will sail from Port Velm on Friday, reportedly because of the ice.");
    quote(tide, {"because of the ice"}, "", "reportedly", kNobody);
    tide.attributions.back().speech = Speech::indirect;
}

Group group_of(LinkKind kind, std::string id, std::string label, std::vector<Passage> members) {
    Group group;
    group.kind = kind;
    group.id = std::move(id);
    group.label = std::move(label);
    group.members = std::move(members);
    return group;
}

void add_links_and_groups(Maker& make) {
    const auto whole = [&](std::size_t index) { return make.passage(index, ""); };
    const std::string_view wire = "“The mill will not close before the spring,”", cut = "“The mill will close before the spring,”";
    const std::string_view machines = "They are selling the machines at night 🏭, one by one.";
    make.corpus.groups.push_back(group_of(LinkKind::story, "story-0000000001", "Kessel mill stays open, director says",
                                          {whole(0), whole(1), whole(2), whole(3), whole(6)}));
    make.corpus.groups.push_back(group_of(LinkKind::story, "story-0000000002", "Ferry “safe to sail”, says Joren Vask", {whole(4), whole(5)}));
    Group copy = group_of(LinkKind::copy, "copy-0000000001", "", {whole(0), whole(1), whole(2)});
    copy.root = make.at(0).key;
    copy.credit = "Northline";
    copy.why = "the dateline names Northline";
    make.corpus.groups.push_back(copy);
    make.corpus.groups.push_back(group_of(LinkKind::entity, "entity-0000000001", "Mara Ellin",
                                          {make.passage(0, "Mara Ellin", 1), make.passage(1, "Mara Ellin", 1), make.passage(2, "Mara Ellin", 1),
                                           make.passage(3, "Ellin", 1)}));
    make.corpus.groups.push_back(group_of(LinkKind::entity, "entity-0000000002", "The Lantern",
                                          {make.passage(3, "The Lantern", 2), make.passage(6, "The Lantern", 1)}));
    Group saying = group_of(LinkKind::utterance, "utterance-0000000001", "The mill will not close before the spring",
                            {make.passage(0, wire, 0), make.passage(1, wire, 0), make.passage(2, wire, 0), make.passage(3, cut, 0)});
    saying.forms = {Form::verbatim, Form::verbatim, Form::verbatim, Form::altered};
    saying.edits = {{0, 3, EditKind::negation, "not", ""}};
    make.corpus.groups.push_back(saying);
    Group broken = group_of(LinkKind::utterance, "utterance-0000000002", "They are selling the machines at night, one by one",
                            {make.passage(3, machines, 1),
                             make.passage(6, "“They are selling,” an insider told The Lantern, “the machines at night.”", 0)});
    broken.forms = {Form::verbatim, Form::trimmed};
    broken.edits = {{0, 1, EditKind::truncation, "one by one", ""}};
    make.corpus.groups.push_back(broken);
    for (const std::size_t child : {1UL, 2UL}) {
        const std::string& text = make.at(child).document.text;
        const auto size = static_cast<std::uint32_t>(text.size());
        make.corpus.links.push_back({LinkKind::echo, {make.at(0).key, {0, size}, kNone}, {make.at(child).key, {0, size}, kNone},
                                     Direction::unknown, 52, 52, "one text", 1.0F});
    }
}

void add_claim(Maker& make) {
    make.corpus.groups.push_back(group_of(LinkKind::claim, "claim-0000000001", "The mill closes before the spring",
                                          {make.passage(0, "The mill will not close before the spring", 0),
                                           make.passage(3, "The mill will close before the spring", 0)}));
    Assessment claim;
    claim.kind = LinkKind::claim;
    claim.group = "claim-0000000001";
    claim.positions = {{make.at(0).key, 1, {1}, Stance::denies, Hand::told, find(make.at(0).document.text, "will not close"), false, 0, 0, 0.8F},
                       {make.at(3).key, 1, {1}, Stance::asserts, Hand::told, find(make.at(3).document.text, "will close"), false, 0, 1, 0.7F}};
    claim.origins = {{OriginKind::person, Side::denies, make.passage(0, "Mara Ellin", 1), kNobody, make.at(0).key, {"she says so herself"}},
                     {OriginKind::person, Side::supports, make.passage(3, "Ellin", 1), kNobody, make.at(3).key, {}}};
    claim.supporting = {0, 1, {}};
    claim.denying = {1, 1, {}};
    make.corpus.assessments.push_back(claim);
}

}  // namespace

Corpus make_test_corpus() {
    Maker make;
    add_mill_articles(make);
    add_ferry_articles(make);
    add_hostile_article(make);
    add_links_and_groups(make);
    Assessment story;
    story.kind = LinkKind::story;
    story.group = "story-0000000001";
    story.independent = {2, 3, {"Three articles print one text (Northline): one origin.",
                                "The insider spoke to The Lantern only; the blog has it from there."}};
    story.relays = {{make.at(3).key, {}, 2}, {make.at(6).key, {}, 1}};
    make.corpus.assessments.push_back(story);
    Assessment saying;
    saying.kind = LinkKind::utterance;
    saying.group = "utterance-0000000001";
    saying.independent = {1, 2, {"One speaker, Mara Ellin; three of the articles print one text."}};
    make.corpus.assessments.push_back(saying);
    add_claim(make);
    make.corpus.skipped = {{"articles/broken.json:7", "no JSON: the string is not closed"}, {"articles/empty.txt", "empty file"}};
    return make.corpus;
}

namespace {

void expect_inside(std::string_view text, ByteSpan span) {
    ASSERT_LE(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    EXPECT_TRUE(base::is_valid_utf8(slice(text, span)));
}

TEST(TestCorpus, keeps_the_law_of_spans) {
    const Corpus corpus = make_test_corpus();
    ASSERT_EQ(corpus.readings.size(), 7U);
    for (const Reading& reading : corpus.readings) {
        EXPECT_TRUE(base::is_valid_utf8(reading.document.text));
        for (const Entity& entity : reading.entities)
            for (const ByteSpan mention : entity.mentions) expect_inside(reading.document.text, mention);
        for (const Attribution& attribution : reading.attributions) {
            const std::string& text = attribution.in_title ? reading.document.title : reading.document.text;
            for (const auto* spans : {&attribution.source, &attribution.cue, &attribution.content})
                for (const ByteSpan span : *spans) expect_inside(text, span);
        }
    }
}

}  // namespace

}  // namespace firsthand::report
