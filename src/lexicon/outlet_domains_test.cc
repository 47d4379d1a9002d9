#include "lexicon/outlet_domains.h"

#include <gtest/gtest.h>

#include "lexicon/agencies.h"
#include "lexicon/outlets.h"

namespace firsthand::lexicon {
namespace {

TEST(OutletDomains, DomainsAndTheirHosts) {
    EXPECT_EQ(find_outlet_name("nytimes.com"), "The New York Times");
    EXPECT_EQ(find_outlet_name("quell.example"), "");
    EXPECT_EQ(find_outlet_name("com"), "");
    EXPECT_EQ(find_outlet_name(""), "");
    EXPECT_EQ(find_outlet_name_of_host("edition.cnn.com"), "CNN");
    EXPECT_EQ(find_outlet_name_of_host("notcnn.com"), "");
    EXPECT_EQ(find_outlet_name_of_host("cnn.com."), "");
    EXPECT_EQ(find_outlet_name_of_host("."), "");
}

// The name must be found again where outlets and agencies are compared.
TEST(OutletDomains, NamesAreThoseOfTheOtherTables) {
    for (const char* domain : {"ap.org", "apnews.com", "reuters.com", "afp.com", "upi.com", "pamediagroup.com", "dpa.com", "bloomberg.com", "thecanadianpress.com", "aap.com.au",
                               "xinhuanet.com", "news.cn", "tass.com", "interfax.com", "kyodonews.net", "yna.co.kr", "ptinews.com", "aninews.in", "ians.in", "efe.com", "ansa.it",
                               "aa.com.tr", "prnewswire.com", "businesswire.com", "globenewswire.com"})
        EXPECT_EQ(find_agency(std::string(find_outlet_name(domain))), find_agency(domain)) << domain;
    for (const char* domain : {"nytimes.com", "bbc.co.uk", "bbc.com", "huffingtonpost.com", "foxnews.com", "telegraph.co.uk", "thejournal.ie", "yahoo.com", "rt.com"})
        EXPECT_EQ(fold_outlet(find_outlet_name(domain)), fold_outlet(domain)) << domain;
}

}  // namespace
}  // namespace firsthand::lexicon
