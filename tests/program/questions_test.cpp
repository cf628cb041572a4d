// Questions of practitioners about the Convention against Cybercrime: one request each, to the bundled dataset.

#include <csignal>
#include <memory>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/server/raw_client.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Process;

class Questions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<testing::TemporaryFolder>();
    const auto data = (*folder_ / "treaties.db").string();
    const auto built = testing::run({testing::kIngest, "build", "--out", data, testing::kDataset});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    server_ = std::make_unique<Process>(
        std::vector<std::string>{testing::kServer, "--data", data, "--listen", "127.0.0.1:0"});
    const auto line = server_->read_line();
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }
  static void TearDownTestSuite() {
    server_.reset();
    folder_.reset();
  }

  static std::string ask(const std::string& target) {
    const auto answer =
        testing::exchange(port_, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, ::testing::StartsWith("HTTP/1.1 200")) << target << answer.substr(0, 600);
    return answer;
  }

  static std::string cypher(const std::string& query) {
    const auto body = "{\"query\":\"" + query + "\"}";
    const auto answer = testing::exchange(port_,
                                          "POST /v1/cypher HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                          "Content-Type: application/json\r\nContent-Length: " +
                                              std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_THAT(answer, ::testing::StartsWith("HTTP/1.1 200")) << query << answer.substr(0, 600);
    return answer;
  }

  static std::unique_ptr<testing::TemporaryFolder> folder_;
  static std::unique_ptr<Process> server_;
  static int port_;
};

std::unique_ptr<testing::TemporaryFolder> Questions::folder_;
std::unique_ptr<Process> Questions::server_;
int Questions::port_ = 0;

TEST_F(Questions, which_offences_must_states_establish_and_in_which_articles) {
  EXPECT_THAT(ask("/v1/nodes?label=Offence&treaty=uncc&with=ESTABLISHES"),
              AllOf(HasSubstr("\"key\":\"uncc:offence.illegal-access\""), HasSubstr("\"from\":\"uncc:art_7"),
                    HasSubstr("\"basis\":\"curated\"")));
}

TEST_F(Questions, which_safeguards_condition_the_interception_of_content_data_and_by_which_provisions) {
  EXPECT_THAT(
      ask("/v1/coverage?rows=uncc:power.interception-of-content-data"),
      AllOf(HasSubstr("uncc:art_24__para_2>PROVIDES"), HasSubstr("uncc:art_6__para_2>PROVIDES"),
            HasSubstr("\"column\":\"uncc:safeguard.judicial-or-other-independent-review\",\"reach\":\"inherited\","
                      "\"holds_at\":{\"key\":\"uncc:chp_IV\"")));
}

TEST_F(Questions, what_article_35_rests_on_all_the_way_down_and_through_which_references) {
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_35"),
              AllOf(HasSubstr("\"key\":\"uncc:art_40\""), HasSubstr("\"key\":\"uncc:art_2__point_h\""),
                    HasSubstr("\"depth\":2"), HasSubstr("\"confidence\""),
                    Not(HasSubstr("\"key\":\"uncc:art_17\""))));  // mentioned by a sibling of 2(h)
}

TEST_F(Questions, what_rests_on_article_24) {
  // Articles cite article 24 only through its chapter; it reaches the powers by what it says of its own safeguards.
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_24&direction=in&format=csv"),
              AllOf(HasSubstr("uncc:art_23__para_1 (containing)"), Not(HasSubstr("uncc:art_48"))));
  EXPECT_THAT(ask("/v1/neighborhood?of=uncc:art_24&direction=out&types=HAS_PART,PROVIDES,CONDITIONS&depth=3"),
              AllOf(HasSubstr("\"key\":\"uncc:chp_IV\""), HasSubstr("\"key\":\"uncc:chp_V\""),
                    HasSubstr("\"key\":\"uncc:safeguard.right-to-an-effective-remedy\"")));
}

TEST_F(Questions, how_to_get_from_article_48_to_article_24) {
  EXPECT_THAT(ask("/v1/paths?from=uncc:art_48&to=uncc:art_24"),
              AllOf(HasSubstr("uncc:chp_V"), HasSubstr("uncc:art_24__para_4")));
}

TEST_F(Questions, who_signed_how_many_ratifications_are_missing_and_on_a_given_date) {
  EXPECT_THAT(
      ask("/v1/treaties/uncc/participation"),
      AllOf(HasSubstr("\"needed_for_entry_into_force\":40"), HasSubstr("state:VNM"), HasSubstr("\"signatories\":75"),
            HasSubstr("\"consented_at_home_only\":2"), HasSubstr("\"missing\":39")));
  EXPECT_THAT(ask("/v1/treaties/uncc/participation?as_of=2025-10-24"), HasSubstr("\"signatories\":0"));
  EXPECT_THAT(ask("/v1/treaties/uncc/participation?as_of=2025-10-26"), Not(HasSubstr("\"signatories\":0")));
}

TEST_F(Questions, what_is_reported_of_signatures_beside_those_that_are_listed) {
  EXPECT_THAT(ask("/v1/treaties/uncc/participation"),
              AllOf(HasSubstr("\"status\":\"not_in_force\""),
                    HasSubstr("tells of 76 signatories; 74 are listed by then, 75 in all: at least 2 not in the list"),
                    HasSubstr("2 consented at home alone")));
  EXPECT_THAT(ask("/v1/treaties/iccpr/participation"),
              AllOf(HasSubstr("\"status\":\"unknown\",\"in_force\":null,\"parties\":null"),
                    HasSubstr("iccpr is cited and not loaded")));
}

TEST_F(Questions, what_the_answers_cannot_tell_without_a_text) {
  EXPECT_THAT(ask("/v1/compare?left=uncac&right=uncc&relation=verbatim"),
              HasSubstr("whether words are verbatim is not known"));
  EXPECT_THAT(ask("/v1/rank?treaty=uncc&basis=extracted"),
              HasSubstr("no reference is known in uncc, read from a text"));
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_35&quality=true"), HasSubstr("\"curated_share\":1"));
  EXPECT_THAT(ask("/v1/quality?treaty=uncc"),
              AllOf(HasSubstr("\"document\":null,\"dataset_sha256\":\""), HasSubstr("no text was read"),
                    HasSubstr("\"inferred_references\":19"), HasSubstr("tells of 76 signatories")));
}

TEST_F(Questions, which_reservations_touch_a_provision) {
  EXPECT_THAT(cypher("MATCH (s:State)-[r:RESERVED]->(p {key: 'uncc:art_63'}) RETURN s.key, r.date"),
              HasSubstr("state:QAT"));
}

TEST_F(Questions, what_stakeholders_said_about_which_provisions_and_what_worried_them) {
  for (const auto* speaker : {"org:ohchr", "org:human-rights-watch", "org:international-chamber-of-commerce",
                              "org:microsoft", "org:cybersecurity-tech-accord"}) {
    EXPECT_THAT(ask(std::string("/v1/statements?speaker=") + speaker),
                AllOf(HasSubstr("\"key\":\"statement:"), HasSubstr("\"concern\""), HasSubstr("\"addressed\"")))
        << speaker;
  }
}

TEST_F(Questions, who_drafted_it_and_in_which_steps) {
  EXPECT_THAT(ask("/v1/nodes?label=Event&treaty=uncc&with=TOOK_PART_IN,PRODUCED"),
              AllOf(HasSubstr("2024-08-08"), HasSubstr("2019"), HasSubstr("\"role\"")));
}

TEST_F(Questions, which_criticism_touches_something_that_article_40_rests_on) {
  EXPECT_THAT(ask("/v1/statements?about=uncc:art_40&include=dependencies&stance=critical"),
              AllOf(HasSubstr("\"rests_on\":[{"), HasSubstr("\"stance\":\"critical\"")));
}

TEST_F(Questions, what_rests_on_article_6_2_and_what_breaks_without_it) {
  // No article cites article 6(2). Its own provisions are lost, and what the Convention says only through it.
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_6__para_2&direction=in"), HasSubstr("no reference points to"));
  EXPECT_THAT(
      ask("/v1/impact?of=uncc:art_6__para_2"),
      AllOf(HasSubstr("\"dangling\":[]"),
            HasSubstr("\"gone\":[{\"key\":\"uncc:safeguard.no-reading-that-permits-suppression-of-freedoms\""),
            HasSubstr("\"key\":\"treaty:iccpr\""), HasSubstr("\"key\":\"treaty:uncc\""), HasSubstr("\"only\":false")));
  EXPECT_THAT(ask("/v1/impact?of=uncc:art_6"),
              HasSubstr("\"key\":\"statement:irn-2024-08-08-requests-for-separate-votes\""));
}

TEST_F(Questions, who_asked_to_delete_article_6_2_though_only_the_articles_of_that_draft_are_matched) {
  for (const auto* target : {"/v1/impact?of=uncc:art_6__para_2", "/v1/statements?about=uncc:art_6__para_2"}) {
    EXPECT_THAT(ask(target), AllOf(HasSubstr("\"key\":\"statement:irn-2024-08-08-requests-for-separate-votes\""),
                                   HasSubstr("\"carried_by_article\":true,\"carried_confidence\":\"low\"")));
  }
}

TEST_F(Questions, which_powers_apply_to_offences_outside_the_core_and_how_chapter_iv_reaches_article_23_2) {
  EXPECT_THAT(cypher("MATCH (p:Power)<-[:GRANTS]-(a)<-[:REFERS_TO {mode:'applies_to'}]-(s) RETURN p.key, s.key, a.key"),
              AllOf(HasSubstr("uncc:power.preservation-on-request"), HasSubstr("uncc:art_35__para_2")));
  EXPECT_THAT(ask("/v1/paths?from=uncc:chp_IV&to=uncc:art_23__para_2&level=article"),
              AllOf(HasSubstr("\"to\":\"uncc:art_23__para_2\""), HasSubstr("\"explanation\"")));
}

TEST_F(Questions, what_is_reached_from_article_35_without_passing_a_safeguard) {
  EXPECT_THAT(ask("/v1/neighborhood?of=uncc:art_35&direction=out&avoid=Safeguard&depth=5"),
              AllOf(HasSubstr("\"key\":\"uncc:art_40\""), HasSubstr("\"cut\":[{"),
                    Not(HasSubstr("\"labels\":[\"Safeguard\"]"))));
}

TEST_F(Questions, which_powers_no_safeguard_reaches) {
  // Articles 5, 6, 14(5) and 60 condition every chapter, so nothing remains; the answer says what was compared.
  EXPECT_THAT(ask("/v1/coverage?rows=Power&columns=Safeguard&treaty=uncc&only=none"),
              AllOf(HasSubstr("\"rows\":[]"), HasSubstr("27 rows were compared with 52 safeguards")));
  // Without those four, and without what chapter V refers to, some remain.
  EXPECT_THAT(ask("/v1/coverage?rows=Power&columns=Safeguard&treaty=uncc&only=none&without=uncc:art_5,uncc:art_6,"
                  "uncc:art_14__para_5,uncc:art_60,uncc:art_24,uncc:art_36,uncc:art_21"),
              HasSubstr("\"key\":\"uncc:power.joint-investigations\""));
}

TEST_F(Questions, whether_article_24_reaches_chapter_v_and_by_which_words) {
  EXPECT_THAT(ask("/v1/paths?from=uncc:art_24&to=uncc:chp_V&k=3&why=true"),
              AllOf(HasSubstr("uncc:art_24__para_4>REFERS_TO>uncc:chp_V"),
                    HasSubstr("Article 24(4), a part of article 24, applies to chapter V: no words are recorded "
                              "(applies to) [curated")));
}

TEST_F(Questions, which_safeguards_attach_to_collection_and_interception_and_which_of_them_also_on_request) {
  const auto answer =
      ask("/v1/coverage?rows=uncc:art_29,uncc:art_30,uncc:art_45,uncc:art_46&columns=Safeguard&format=csv");
  EXPECT_THAT(answer, HasSubstr("uncc:safeguard.judicial-or-other-independent-review"));
  const auto cell =
      ask("/v1/coverage?rows=uncc:art_29,uncc:art_46&columns=uncc:safeguard.judicial-or-other-independent-review");
  EXPECT_THAT(cell,
              AllOf(HasSubstr("{\"row\":\"uncc:art_29\",\"column\":\"uncc:safeguard.judicial-or-other-independent-"
                              "review\",\"reach\":\"inherited\",\"holds_at\":{\"key\":\"uncc:chp_IV\""),
                    HasSubstr("{\"row\":\"uncc:art_46\",\"column\":\"uncc:safeguard.judicial-or-other-independent-"
                              "review\",\"reach\":\"inherited\",\"holds_at\":{\"key\":\"uncc:chp_V\"")));
}

TEST_F(Questions, which_states_found_fault_with_a_provision_and_signed_anyway) {
  EXPECT_THAT(
      cypher("MATCH (w:State)-[:MADE]->(s:Statement)-[x:ADDRESSES]->(p) WHERE x.stance IN ['critical', 'opposes'] "
             "MATCH (w)-[g:SIGNED]->(:Treaty {key: 'treaty:uncc'}) RETURN w.key, p.key, g.date"),
      AllOf(HasSubstr("state:BFA"), HasSubstr("uncc@2024-08:art_6__para_2"), HasSubstr("2025-10-25")));
}

TEST_F(Questions, who_criticised_article_24_and_signed_anyway) {
  EXPECT_THAT(ask("/v1/critics?of=uncc:art_24"),
              AllOf(HasSubstr("\"total\":6,\"states\":1,\"organizations\":5,\"signatories\":1,\"total_statements\":5"),
                    HasSubstr("\"key\":\"org:privacy-international\"")));
  const auto signed_anyway = ask("/v1/critics?of=uncc:art_24&signed=true");
  EXPECT_THAT(signed_anyway,
              AllOf(HasSubstr("\"key\":\"state:IRN\""), HasSubstr("state:IRN>SIGNED>treaty:uncc"),
                    HasSubstr("\"vote\":\"requested\""), Not(HasSubstr("\"key\":\"org:privacy-international\""))));
  EXPECT_THAT(
      cypher("CALL treaty.critics('uncc:art_24', {signed: true}) YIELD critic, statements, acts UNWIND acts AS act "
             "RETURN critic.key, type(act), act.date"),
      AllOf(HasSubstr("state:IRN"), HasSubstr("SIGNED"), HasSubstr("2025-10-25")));
}

TEST_F(Questions, who_objected_to_article_6_2_and_signed) {
  EXPECT_THAT(ask("/v1/critics?of=uncc:art_6__para_2&signed=true&label=State&format=csv"),
              AllOf(HasSubstr("state:BFA"), HasSubstr("state:IRN"), Not(HasSubstr("state:IND"))));
}

TEST_F(Questions, which_votes_were_taken_on_article_6_2_and_with_what_result) {
  EXPECT_THAT(ask("/v1/nodes/uncc@2024-08:art_6__para_2/relationships?types=CONCERNS"),
              AllOf(HasSubstr("\"votes_against\":102"), HasSubstr("\"outcome\":\"failed\""),
                    HasSubstr("event:2024-08-08-votes-deleting-safeguards-fail-one")));
  EXPECT_THAT(ask("/v1/statements?about=uncc:art_6__para_2&with=events"),
              AllOf(HasSubstr("\"votes_against\":102"), HasSubstr("\"outcome\":\"failed\"")));
}

TEST_F(Questions, what_a_speaker_did_beside_what_it_said_and_what_became_of_the_draft_it_spoke_of) {
  const auto said = ask("/v1/statements?speaker=state:BFA&with=acts");
  EXPECT_THAT(said,
              AllOf(HasSubstr("\"acts\":[{\"who\":{\"key\":\"state:BFA\""), HasSubstr("state:BFA>SIGNED>treaty:uncc"),
                    HasSubstr("\"carried_to\":[{\"provision\":{\"key\":\"uncc:art_6__para_2\""),
                    HasSubstr("\"by\":\"article\",\"confidence\":\"low\"")));
  EXPECT_THAT(ask("/v1/statements?limit=1000"), HasSubstr("\"total\":127,\"total_addresses\":209"));
}

TEST_F(Questions, what_became_of_draft_article_17_whose_deletion_was_asked_for) {
  EXPECT_THAT(
      ask("/v1/compare?left=uncc@2023-05&right=uncc&of=art_17"),
      AllOf(HasSubstr("\"left\":{\"key\":\"uncc@2023-05:art_17\""), HasSubstr("\"right\":{\"key\":\"uncc:art_4\""),
            HasSubstr("\"relations\":[\"related\"]"), HasSubstr("\"confidence\":\"high\""),
            HasSubstr("statement:human-rights-watch-2023-08-30-comments-draft-text-sixth")));
}

TEST_F(Questions, what_changed_between_a_draft_and_the_final_text_is_not_told_where_the_draft_was_not_read) {
  EXPECT_THAT(ask("/v1/compare?left=uncc@2023-05&right=uncc&view=relationships&label=Safeguard"),
              HasSubstr("uncc@2023-05 has no such relationship: what was lost or gained is not known"));
}

TEST_F(Questions, what_corresponds_to_uncac_and_what_the_convention_has_that_uncac_has_not) {
  EXPECT_THAT(ask("/v1/compare?left=uncac&right=uncc"),
              AllOf(HasSubstr("\"left\":{\"key\":\"uncac:art_"), HasSubstr("\"missing_on_left\":[{\"key\":\"uncc:art_"),
                    HasSubstr("\"relations\":[\"equivalent\"]")));
}

TEST_F(Questions, which_offences_have_no_counterpart_in_the_budapest_convention) {
  EXPECT_THAT(
      ask("/v1/compare?left=budapest&right=uncc&label=Offence&relation=missing"),
      AllOf(HasSubstr("\"key\":\"uncc:offence.grooming\""), Not(HasSubstr("\"key\":\"uncc:offence.illegal-access\"")),
            HasSubstr("budapest has no Offence node")));
}

TEST_F(Questions, where_serious_crime_is_defined_and_what_its_threshold_reaches) {
  EXPECT_THAT(cypher("MATCH (:Term {key: 'uncc:term.serious-crime'})<-[r:USES|DEFINES]-(p) RETURN type(r), p.key"),
              AllOf(HasSubstr("uncc:art_2__point_h"), HasSubstr("uncc:art_35__para_1__point_c")));
  EXPECT_THAT(ask("/v1/impact?of=uncc:art_2__point_h&why=uncc:art_35"),
              AllOf(HasSubstr("\"definitions_lost\":[{\"key\":\"uncc:term.serious-crime\""),
                    HasSubstr("Article 35(1)(c) rests on article 2(h): no words are recorded (defined in)")));
}

TEST_F(Questions, which_terms_are_defined_and_never_used) {
  EXPECT_THAT(cypher("MATCH (t:Term) WHERE NOT (t)<-[:USES]-() RETURN t.key"),
              Not(HasSubstr("uncc:term.serious-crime")));
}

TEST_F(Questions, which_references_are_circular) {
  EXPECT_THAT(ask("/v1/cycles?treaty=uncc"),
              AllOf(HasSubstr("\"total\":4"), HasSubstr("uncc:art_44__para_2>REFERS_TO>uncc:art_35"),
                    HasSubstr("uncc:art_62__para_1>REFERS_TO>uncc:art_57")));
}

TEST_F(Questions, which_provisions_carry_the_treaty) {
  EXPECT_THAT(ask("/v1/rank?label=Article&by=pagerank&treaty=uncc&limit=2"),
              AllOf(HasSubstr("\"nodes\":[{\"key\":\"uncc:art_2\""), HasSubstr("\"key\":\"uncc:art_40\"")));
  EXPECT_THAT(ask("/v1/rank?label=Article&by=in_degree&treaty=uncc&basis=extracted&limit=1"),
              HasSubstr("\"connections\":0"));
}

TEST_F(Questions, which_grounds_of_refusal_apply_to_which_duty_to_cooperate) {
  EXPECT_THAT(ask("/v1/coverage?rows=cooperation&columns=uncc:art_37__para_15,uncc:art_40__para_8,uncc:art_40__para_21,"
                  "uncc:art_40__para_22&treaty=uncc&only=none"),
              AllOf(HasSubstr("\"key\":\"uncc:power.joint-investigations\""),
                    HasSubstr("\"key\":\"uncc:power.law-enforcement-cooperation\""),
                    Not(HasSubstr("\"row\":\"uncc:power.extradition\""))));
}

TEST_F(Questions, which_other_treaties_it_leans_on) {
  EXPECT_THAT(cypher("MATCH (p)-[r:REFERS_TO]->(t:Treaty) RETURN t.key, r.mode, p.key"),
              AllOf(HasSubstr("treaty:un-charter"), HasSubstr("refers_to")));
}

TEST_F(Questions, which_powers_end_on_a_service_provider_and_what_conditions_stand_between) {
  EXPECT_THAT(ask("/v1/paths?from=Power&to=uncc:term.service-provider&types=GRANTS,REFERS_TO,CONDITIONS,USES"),
              AllOf(HasSubstr("\"length\":2"), HasSubstr("uncc:power.")));
}

TEST_F(Questions, why_article_48_is_tied_to_article_24) {
  EXPECT_THAT(ask("/v1/paths?from=uncc:art_48&to=uncc:art_24&k=1&why=true"),
              HasSubstr("Article 24(4) applies to chapter V, which contains article 48"));
}

TEST_F(Questions, which_edges_are_curated) {
  EXPECT_THAT(cypher("MATCH ()-[r {basis: 'curated'}]->() RETURN count(r) > 1000 AS most"), HasSubstr("true"));
}

}  // namespace
}  // namespace treatygraph
