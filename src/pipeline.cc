// The spine. Read this first: document -> annotation -> reading -> store -> links and groups -> assessments -> corpus.
#include "pipeline.h"

#include "annotate/annotate.h"
#include "base/hash.h"
#include "extract/extract.h"
#include "link/link.h"
#include "models.h"
#include "version.h"
#include "weigh/weigh.h"

namespace firsthand {

std::string_view version() { return FIRSTHAND_VERSION; }

namespace {

Reading annotate_document(Document document) {
    Reading reading;
    reading.key = base::hash_bytes(identity(document));
    reading.annotation = annotate::annotate(document);
    reading.document = std::move(document);
    return reading;
}

}  // namespace

Reading read_document(Document document, const Models& models) {
    Reading reading = annotate_document(std::move(document));
    if (models.parts() == nullptr) extract::extract_terms(reading);
    else models.parts()->extract(reading);
    return reading;
}

Reading read_document(Document document, Extracted extracted) {
    Reading reading = annotate_document(std::move(document));
    reading.entities = std::move(extracted.entities);
    reading.attributions = std::move(extracted.attributions);
    reading.vectors = std::move(extracted.vectors);
    extract::extract_terms(reading);
    return reading;
}

namespace pipeline {

namespace {

constexpr LinkKind kKinds[] = {LinkKind::story, LinkKind::copy, LinkKind::echo, LinkKind::entity, LinkKind::utterance, LinkKind::claim};

template <typename T>
std::vector<T> only(LinkKind kind, const std::vector<T>& all) {
    std::vector<T> some;
    for (const T& one : all)
        if (one.kind == kind) some.push_back(one);
    return some;
}

}  // namespace

Result<void> link_corpus(store::Store& store, const PipelineOptions& options) {
    const auto documents = store.documents();
    if (!documents) return documents.error();
    const auto load = [&](DocumentKey key) { return store.cached(key); };
    const link::Linked linked = link::link_corpus(*documents, load, {.threads = options.threads, .progress = options.progress});
    for (const LinkKind kind : kKinds) {
        if (auto put = store.put_links(kind, only(kind, linked.links)); !put) return put;
        if (auto put = store.put_groups(kind, only(kind, linked.groups)); !put) return put;
    }
    return store.commit();
}

Result<void> weigh_corpus(store::Store& store) {
    const auto documents = store.documents();
    if (!documents) return documents.error();
    std::vector<std::vector<Group>> groups;
    for (const LinkKind kind : kKinds) {
        auto loaded = store.groups(kind);
        if (!loaded) return loaded.error();
        groups.push_back(std::move(*loaded));
    }
    const auto echoes = store.links(LinkKind::echo);
    if (!echoes) return echoes.error();
    const weigh::Evidence evidence{*documents, groups[1], groups[0], groups[3], groups[4], groups[5], *echoes, [&](DocumentKey key) { return store.cached(key); }};
    if (auto put = store.put_assessments(LinkKind::story, weigh::weigh_stories(evidence)); !put) return put;
    const std::vector<Assessment> utterances = weigh::weigh_utterances(evidence);
    if (auto put = store.put_assessments(LinkKind::utterance, utterances); !put) return put;
    if (auto put = store.put_assessments(LinkKind::claim, weigh::weigh_claims(evidence, utterances)); !put) return put;
    return store.commit();
}

Result<Corpus> load_corpus(const store::Store& store) {
    store.drop_cached();                                        // memory: everything is loaded once more, for good
    Corpus corpus;
    const auto append = [](auto& all, auto loaded) { all.insert(all.end(), std::make_move_iterator(loaded->begin()), std::make_move_iterator(loaded->end())); };
    const auto visited = store.each_reading([&](Reading reading) {
        reading.annotation = {};
        reading.terms = {};
        corpus.readings.push_back(std::move(reading));
        return true;
    });
    if (!visited) return visited.error();
    for (const LinkKind kind : kKinds) {
        auto links = store.links(kind);
        auto groups = store.groups(kind);
        auto assessments = store.assessments(kind);
        if (!links || !groups || !assessments) return !links ? links.error() : !groups ? groups.error() : assessments.error();
        append(corpus.links, std::move(links));
        append(corpus.groups, std::move(groups));
        append(corpus.assessments, std::move(assessments));
    }
    return corpus;
}

}  // namespace pipeline
}  // namespace firsthand
