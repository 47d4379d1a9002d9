// Tested by tests/stages/extract_test.cc.
#include "extract/rule_words.h"

namespace firsthand::extract {

const lexicon::WordSet& noun_markers() {
    static const lexicon::WordSet words("the a an his her their its our my this that these those no any some such new recent earlier more false latest of by in for several other 's "
                                        "many media news press multiple similar further previous and");
    return words;
}
const lexicon::WordSet& never_before_verbs() {
    static const lexicon::WordSet words("to the a an his her its their 's ’s my your our this");
    return words;
}
const lexicon::WordSet& ambiguous_forms() {
    static const lexicon::WordSet words("reports report claims claim shows show posts notes reads read shares statements promises fears questions doubts charges tells predicts "
                                        "requests demands calls found fired asks denies asserts comments think tell offered repeated shared finds thinks states suspects warning warns writing alleged reported "
                                        "stated confirmed concluding promising calling suspected");
    return words;
}
const lexicon::WordSet& he_or_she() {
    static const lexicon::WordSet words("he she they");
    return words;
}
const lexicon::WordSet& title_words() {
    static const lexicon::WordSet words("song album single track book film movie show series titled entitled called named nicknamed dubbed so-called word words term phrase known novel "
                                        "documentary episode game play video hashtag program programme act project");
    return words;
}

}  // namespace firsthand::extract
