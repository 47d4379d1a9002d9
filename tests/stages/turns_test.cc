// Interviews and transcripts: whose turn it is. Labels are given by hand.
#include "rows.h"

namespace firsthand::stages {
namespace {

TEST(Turns, BelongToWhomTheirLabelNames) {
    expect_rows({
        {"{Nora Quill} ran the mill for thirty years. She spoke to us.\n\nQ: When was it over?\n\nA: In the winter of 2011.\n\nQ: Were you angry?\n\nA: I was tired.\n\nQ: And now?\n\nA: Now I sleep.", {"Nora Quill", "Nora Quill", "Nora Quill"}},
        {"{Peter Odd} talked with {Nora Quill} about {Nora Quill}’s dog.\n\nQuestion: Why here?\n\nAnswer: It is cheap.\n\nQuestion: Is it?\n\nAnswer: It was.\n\nAnswer: Once.", {"Nora Quill", "Nora Quill", "Nora Quill"}},
        {"AMY LARK: Welcome to the programme.\n\nVINCE WARD: Thank you for having me.\n\nAMY LARK: You were at the river?\n\nVINCE WARD: I was there at dawn.", {"AMY LARK", "VINCE WARD", "AMY LARK", "VINCE WARD"}},
        {"{Zoe Beck} asked {Doug Ollin} about the war.\n\nZB: Is it over?\n\nDO: No, it has not begun.\n\nZB: Who is winning?\n\nDO: The weather.", {"Zoe Beck", "Doug Ollin", "Zoe Beck", "Doug Ollin"}},
        {"{John Harlow} met the press.\n\nCNN: What did you know?\n\nHarlow: Nothing at all.\n\nCNN: And when?\n\nHarlow: Late on Friday.\n\nHarlow: Or Saturday.", {"John Harlow", "John Harlow", "John Harlow"}},
        {"DR. JILL STONE: The water is safe.\n\nLES HOLT: Is it?\n\nDR. JILL STONE: For now.\n\nLES HOLT: Thank you.", {"JILL STONE", "LES HOLT", "JILL STONE", "LES HOLT"}},
        {"{Mara Carr} and {Paul Pomp} argued.\n\nCARR: He lied.\n\nPOMP: I did not.\n\nCARR: You did.\n\nPOMP: Prove it.", {"Mara Carr", "Paul Pomp", "Mara Carr", "Paul Pomp"}},
        {"{Ray Tull} had {Mitch Cole} on the air.\n\nTULL: Okay. Here he is.\nCOLE: I know everybody says so.\nTULL: Right.\nCOLE: Nobody does.", {"Ray Tull", "Mitch Cole", "Ray Tull", "Mitch Cole"}},
        {"OLD MAN: It is our bridge.\n\nPETER ODD: It is not.\n\nOLD MAN: It was.\n\nPETER ODD: Once.", {"OLD MAN", "PETER ODD", "OLD MAN", "PETER ODD"}},
        // who speaks within a turn
        {"{Nora Quill} talked to us.\n\nQ: What then?\n\nA: <t1>The county was broke</t1>, <s1>{Peter Odd}</s1> <c1>said</c1>.\n\nQ: And?\n\nA: He was wrong.\n\nA: We paid.", {"Nora Quill", "Peter Odd <- Nora Quill", "Nora Quill", "Nora Quill"}},
        // an article that answers its own questions
        {"{Rand Poll} won on Tuesday.\n\nQ: Who votes?\n\nA: Everybody over 18.\n\nQ: When?\n\nA: In May.", {}},
        // labels that name nobody
        {"MYTH: The moon is made of cheese.\n\nFACT: It is rock.\n\nMYTH: It is near.\n\nFACT: It is far.", {}},
        {"WINNER: The mayor.\n\nLOSER: The council.\n\nWINNER: The ferry.\n\nLOSER: The bridge.\n\nRelated: More on the vote.", {}},
        {"Photos: The river.\n\nPhotos: The mill.\n\nRelated: The dam.\n\nRelated: The flood.", {}},
        {"~North Carrow~: Rain all day.\n\n~South Carrow~: Sun.\n\n~North Carrow~: Rain again.\n\n~South Carrow~: Sun again.", {}},
        {"THE FACTS: It rained.\n\nTHE FACTS: It snowed.\n\nTHE FACTS: It thawed.\n\nTHE FACTS: It froze.", {}},
        // two labels make no interview
        {"{Nora Quill} met the press.\n\nNora Quill: It is over.\n\nThe mill was sold on Monday.\n\nNora Quill: It is not.", {}},
    });
}

}  // namespace
}  // namespace firsthand::stages
