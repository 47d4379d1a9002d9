// Names that analytics, advertising, mail and sharing tools append (documented by the tools, and collected by ClearURLs,
// AdGuard and ural), and those with which newspapers count where their readers come from. Where a name has an everyday
// meaning too it counts only with some values: dropping "ref=twitter" confuses no two articles, dropping "ref=4711" might.
// Tested by url_test.cc.
#include "read/url_parameters.h"

#include <algorithm>
#include <array>
#include <string>

namespace firsthand::read {

namespace {

constexpr auto kPrefixes = std::to_array<std::string_view>({
    "__hs", "_bta_", "_hs", "action_", "amp_", "at_", "fb_", "ga_", "gad_", "guce_referrer", "hmb_", "hsa_", "itm_", "matomo_", "ml_subscriber", "mtm_", "ns_",
    "oly_", "piwik_", "pk_", "stm_", "trk_", "utm_", "vero_",
});

constexpr auto kNames = std::to_array<std::string_view>({
    "__s", "__source", "__tn__", "__twitter_impression", "_amp", "_branch_match_id", "_branch_referrer", "_ga", "_gl", "_ke", "_openstat", "algotrack", "amp",
    "awc", "bxid", "campaign_id", "cjevent", "cm_ven", "cmp", "cmpid", "cndid", "dclid", "dm_i", "echobox", "ef_id", "emci", "emdi", "epik", "esrc", "fbclid",
    "feedname", "feedtype", "fref", "fsrc", "gbraid", "gclid", "gclsrc", "gs_l", "guccounter", "hsctatracking", "icid", "icmp", "igsh", "igshid", "instance_id",
    "intcid", "intcmp", "ito", "li_fat_id", "link_location", "mbid", "mc_cid", "mc_eid", "mc_tc", "mkt_tok", "mkwid", "msclkid", "ncid", "ocid",
    "partner", "postshare", "recruited_by_id", "recruiter", "ref_src", "ref_url", "referrer", "regi_id", "rb_clickid", "s_cid", "s_kwcid", "sc_cid", 
    "segment_id", "share_id", "shareadraft", "smid", "smtyp", "soc_src", "soc_trk", "spjobid", "spmailingid", "spreportid", "spuserid", "spref", "sr_share",
    "sref", "srsltid", "taid", "tblci", "tracking_source", "ttclid", "twclid", "usqp", "wbraid", "wickedid", "wpisrc", "wpmm", "wt.mc_id", "wt_mc", "wtmc", "xtcr",
    "xtnp", "xtor", "xtref", "yclid", "ysclid", "zanpid",
});

// Names that may count articles elsewhere: dropped unless the value is a number.
constexpr auto kUnlessNumber = std::to_array<std::string_view>({"cid", "emc", "from", "hpid", "linkid", "mod", "ref", "source", "src", "srnd", "tid", "via"});

struct Pair {
    std::string_view name, value;
};
constexpr auto kPairs = std::to_array<Pair>({
    {"format", "amp"}, {"m", "0"}, {"m", "1"}, {"output", "amp"}, {"outputtype", "amp"}, {"pagewanted", "all"}, {"platform", "amp"}, {"platform", "hootsuite"},
    {"share", "email"}, {"share", "facebook"}, {"share", "linkedin"}, {"share", "reddit"}, {"share", "twitter"}, {"singlepage", "true"}, {"type", "amp"}, {"view", "amp"},
});

std::string fold(std::string_view words) {
    std::string folded(words);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return folded;
}

}  // namespace

bool is_tracking(std::string_view name, std::string_view value) {
    const std::string folded = fold(name);
    const auto begins = [&](std::string_view prefix) { return folded.starts_with(prefix); };
    if (std::any_of(kPrefixes.begin(), kPrefixes.end(), begins) || std::find(kNames.begin(), kNames.end(), folded) != kNames.end()) return true;
    if (std::find(kUnlessNumber.begin(), kUnlessNumber.end(), folded) != kUnlessNumber.end())
        return std::any_of(value.begin(), value.end(), [](char c) { return c < '0' || c > '9'; });
    return std::any_of(kPairs.begin(), kPairs.end(), [&](const Pair& pair) { return pair.name == folded && pair.value == fold(value); });
}

}  // namespace firsthand::read
