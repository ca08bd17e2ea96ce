/* window_sample: see window_sample.h. */
#include "unit/window_sample.h"

static const char better[] = "better", worse[] = "worse";

static struct view_head head(int step)
{
    return (struct view_head){
        .round = "Round 5 of 12",
        .month = "July",
        .steps = { "Incident", "Opening", "Answer", "Reaction", "Morning" },
        .step_count = 5,
        .step = step,
        .goal = "GOAL, DECEMBER",
        .goals = { { "in office", true },
                   { "agreements 2 of 4", false },
                   { "trust 43 of 60", false },
                   { "crisis 31, under 45", true } },
        .goal_count = 4,
    };
}

static struct view_calendar calendar(void)
{
    return (struct view_calendar){
        .count = 12,
        .grave = "something grave, in one of these",
        .rounds = { { "May", ICON_DISC, 1, "“We will look”", "they said", 2, false, false },
                    { NULL, ICON_DISC, 0, "“Not ours”", "you said", 1, false, false },
                    { "June", ICON_SQUARE, 1, "“Not us”", "they said", 2, false, false },
                    { NULL, ICON_DIAMOND, -1, "Summit", "2 agreements", 0, false, false },
                    { "July", ICON_SQUARE_OPEN, -1, "now", NULL, 0, true, false },
                    { "August", ICON_DOT, -1, NULL, "your answer due", 1, false, false },
                    { NULL, ICON_DOT, -1, NULL, NULL, 0, false, false },
                    { "September", ICON_DIAMOND_OPEN, -1, "Summit", "experts report", 3, false,
                      false },
                    { "October", ICON_DOT, -1, NULL, NULL, 0, false, true },
                    { "November", ICON_DOT, -1, NULL, NULL, 0, false, true },
                    { NULL, ICON_DOT, -1, NULL, NULL, 0, false, true },
                    { "December", ICON_DIAMOND_OPEN, -1, "Summit", "goal is judged", 0, false,
                      false } },
    };
}

static struct view_side our_side(void)
{
    return (struct view_side){
        .side = 0,
        .who = "YOU",
        .office = "Secretary of Defense",
        .country = "United States",
        .portrait = "portraits/minister-suit.svg",
        .facts = { { "Standing at home", "44", "steady" }, { "Losses", "6", NULL } },
        .fact_count = 2,
        .stamps_label = "YOUR WORD",
        .stamps = { { STAMP_STRAIGHT, "straight", "May" }, { STAMP_OPEN, "open", "June" } },
        .stamp_count = 2,
        .notes = { { "PRIVATE",
                     { "One answer owed: their request of June, due in August." },
                     false,
                     false },
                   { "MANDATE", { "A tested line by September." }, false, false } },
        .note_count = 2,
    };
}

static struct view_side their_side(void)
{
    return (struct view_side){
        .side = 1,
        .who = "THEY",
        .office = "Minister of National Defense",
        .country = "China",
        .portrait = "portraits/minister-tunic.svg",
        .facts = { { "Standing at home", "firm", "as reported" }, { "Losses", "4", NULL } },
        .fact_count = 2,
        .stamps_label = "THEIR WORD",
        .stamps = { { STAMP_FALSE, "false", "May" },
                    { STAMP_OPEN, "open", "June" },
                    { STAMP_STRAIGHT, "straight", "June" } },
        .stamp_count = 3,
        .notes = { { "LAST SAID, JUNE",
                     { "“It was not us.”", "about the weather office" },
                     true,
                     false },
                   { "ASKED OF THEM", { "13 requests, 5 answered" }, false, false } },
        .note_count = 2,
    };
}

static struct view_change change(const char *what, int arrows, bool up, bool good,
                                 const char *amount)
{
    return (struct view_change){ what, arrows, up, good, amount, good ? better : worse, NULL };
}

static struct view_change odds(const char *what, const char *odds_text)
{
    return (struct view_change){ what, 0, false, false, NULL, NULL, odds_text };
}

static struct view_card card(int number, int family, const char *title, const char *line,
                             bool is_public)
{
    struct view_card c = { .action = SAMPLE_CARD + number,
                           .family = family,
                           .number = number,
                           .title = title,
                           .line = line,
                           .tag = is_public ? "PUBLIC" : "private",
                           .is_public = is_public,
                           .bet_count = 3 };
    c.bets[0] = (struct view_bet){ "For sure",
                                   { change("trust", 1, true, true, "+2"),
                                     change("standing", 1, false, false, "–3") },
                                   2 };
    c.bets[1] = (struct view_bet){ "If it was them", { odds("they slow down", "2 in 3") }, 1 };
    c.bets[2] = (struct view_bet){ "If it was not",
                                   { change("trust", 3, false, false, "–9"),
                                     odds("and it comes out", "1 in 3") },
                                   2 };
    return c;
}

static struct view_meter meter(const char *label, int value, const char *text, const char *word,
                               struct view_change moved, int action)
{
    return (struct view_meter){ .label = label,
                                .value_text = text,
                                .word = word,
                                .why = "why",
                                .value = value,
                                .most = 100,
                                .change = moved,
                                .action = action };
}

static struct view_sheet sheet(void)
{
    return (struct view_sheet){
        .title = "Drawings for sale",
        .kind = "Theft, severity 4 of 5",
        .severity = 4,
        .most_severity = 5,
        .dispatch =
            "A maker of turbine parts loses a bid by two per cent. An engineer opens the winner’s "
            "brochure and finds his own drawing, misprinted bolt size included. The winner is a "
            "small firm in a third country and says it bought the file. The board asks you what to "
            "do, and whether it should call the newspapers first.",
        .trace_label = "TRACE",
        .trace_sub = "low",
        .trace = "The copies left through a rented server near their capital. Anyone with a card "
                 "can rent it.",
        .belief_label = "BELIEF",
        .beliefs = { { 6, ICON_DISC, "six in ten: their state or a group it tolerates" },
                     { 3, ICON_TARGET, "three: criminals" },
                     { 1, ICON_RING, "one: someone else" } },
        .belief_count = 3,
    };
}

struct view_table sample_table(int open)
{
    struct view_table t = { .head = head(1),
                            .calendar = calendar(),
                            .sides = { our_side(), their_side() },
                            .sheet = sheet(),
                            .families = { { ICON_DISC, "COOPERATE" },
                                          { ICON_TRIANGLE, "ACCUSE" },
                                          { ICON_SQUARE, "DENY" } },
                            .card_count = 6,
                            .enter = "Enter plays it",
                            .advisers_label = "ADVISERS",
                            .adviser_count = 3,
                            .speaking = 2,
                            .open = SAMPLE_CARD + open };
    t.meters[0] = meter("TRUST", 43, "43", "fragile", change("", 2, true, true, "4"), SAMPLE_WHY);
    t.meters[0].marks[0] = (struct view_mark){ 46, "hotline" };
    t.meters[0].marks[1] = (struct view_mark){ 60, "goal" };
    t.meters[0].mark_count = 2;
    t.meters[1] =
        meter("CRISIS", 31, "31", "watchful", change("", 1, false, true, "3"), SAMPLE_WHY + 1);
    t.meters[1].marks[0] = (struct view_mark){ 45, "goal" };
    t.meters[1].marks[1] = (struct view_mark){ 50, "spirals" };
    t.meters[1].marks[2] = (struct view_mark){ 100, "ruin" };
    t.meters[1].mark_count = 3;
    t.cards[0] = card(1, 0, "Ask ‘was it you?’", "One question, through the contact point.", false);
    t.cards[1] = card(2, 0, "Share the file", "Give them the drawing and the server log.", false);
    t.cards[2] = card(3, 1, "Protest in private", "A note handed over, and no one told.", false);
    t.cards[3] = card(4, 1, "Name them", "Say it at noon: the trace ends with them.", true);
    t.cards[4] = card(5, 2, "Play it down", "Call it a dispute between two firms.", true);
    t.cards[5] = card(6, 2, "Wait for the lab", "Two weeks, then a better trace.", false);
    t.cards[0].marked[0] = t.cards[5].marked[1] = t.cards[3].marked[2] = true;
    t.advisers[0] = (struct view_adviser){
        SAMPLE_ADVISER, "Diplomat", "marks 1, Ask", "D", "portraits/adviser-diplomat.svg",
        "“Ask first.”"
    };
    t.advisers[1] = (struct view_adviser){ SAMPLE_ADVISER + 1,
                                           "Intelligence",
                                           "marks 6, Wait",
                                           "I",
                                           "portraits/adviser-intelligence.svg",
                                           "“Wait.”" };
    t.advisers[2] = (struct view_adviser){ SAMPLE_ADVISER + 2,
                                           "Home affairs",
                                           "marks 4, Name",
                                           "H",
                                           "portraits/adviser-home.svg",
                                           "“The board calls the papers at noon, with you or "
                                           "without you.”" };
    return t;
}

struct view_morning sample_morning(void)
{
    return (struct view_morning){
        .head = head(4),
        .calendar = calendar(),
        .papers = { { 0, "AT HOME", "July, the morning papers",
                      "Stolen drawing cost us the contract",
                      "The minister names a country at noon.", "pictures/theft.svg",
                      "PRINTED BECAUSE", "You spoke in public." },
                    { 1, "ABROAD", "July, the morning papers",
                      "A rented server proves nothing, says ministry",
                      "A spokesman asks for the file, and gets none.", "pictures/statement.svg",
                      "PAGE SEVEN", "Dockers: cranes restart at night" } },
        .title = "Why the numbers moved",
        .promise = "every cause; they sum exactly",
        .running_label = "running",
        .accounts = { { "TRUST",
                        43,
                        38,
                        { { change("You named them in public", 2, false, false, "–6"), 37 },
                          { change("They said: “A rented server proves nothing.”", 1, false, false,
                                   "–2"),
                            35 },
                          { change("The contact point answered the same day", 1, true, true, "+3"),
                            38 } },
                        3 },
                      { "CRISIS",
                        31,
                        36,
                        { { change("The theft itself, severity 4", 2, true, false, "+4"), 35 },
                          { change("You named them in public", 1, true, false, "+3"), 38 },
                          { change("Two agreements stand", 1, false, true, "–2"), 36 } },
                        3 },
                      { "STANDING AT HOME",
                        44,
                        48,
                        { { change("The papers printed that you named them", 2, true, true, "+4"),
                            48 } },
                        1 } },
        .account_count = 3,
        .open_label = "STILL OPEN",
        .open = "Three cases. One closes for certain by September: a trial.",
        .go_on = "On to August",
        .enter = "Enter",
        .action = SAMPLE_GO_ON,
    };
}

static int sample_width(void *data, const struct type *type, const char *s, size_t n)
{
    int tenths = 0;
    size_t used = 0;
    (void)data;
    for (size_t i = 0; i < n; i += used) {
        tenths += (wrap_point(s + i, n - i, &used) >= 0x2e80 ? 10 : 6) * type->px + type->track;
    }
    return tenths / 10;
}

struct measure sample_measure(void)
{
    return (struct measure){ sample_width, NULL };
}
