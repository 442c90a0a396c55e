//! Every due shows its working and every verdict its ends: line by line, as a reader of a page sees them.

mod common;

use common::{PARTIES, facts, name, strict};
use expect_test::{Expect, expect};
use reconcile::*;

/// Each comparison's due with its working, and each verdict with everything that it says.
fn detail(table: &str) -> String {
    let facts = facts(&format!("{PARTIES}{table}"));
    let outcome = reconcile(&facts, &strict()).expect("sums that can be kept");
    let mut text = String::new();
    for line in outcome.comparisons.iter().filter(|line| line.due.is_some() || !line.verdicts.is_empty()) {
        text += &format!("{}\n", name(&facts, &line.scope));
        if let Some(due) = &line.due {
            text += &due_line(&facts, due);
            for step in &due.working {
                text += &format!("    {}\n", step_line(&facts, step));
            }
        }
        for verdict in &line.verdicts {
            text += &format!("  {}\n", verdict_line(&facts, verdict));
        }
    }
    for check in &outcome.sums {
        text += &sum_line(&facts, check);
    }
    text
}

fn sum_line(facts: &Facts, check: &SumCheck) -> String {
    let of: Vec<&str> = check.parts.iter().map(|id| &*facts.claim(*id).code).collect();
    let what = if check.of_difference { "difference" } else { "sum" };
    let agrees = if check.agrees { "agrees" } else { "differs" };
    let would_be = check.would_be.map_or(String::new(), |amount| format!(", would be {amount}"));
    let SumCheck { printed, computed, difference, unit, claim, .. } = check;
    let claim = &facts.claim(*claim).code;
    format!(
        "{what} {claim} of {}: printed {printed} computed {computed} {unit} {agrees} {difference}{would_be}\n",
        of.join(", ")
    )
}

fn due_line(facts: &Facts, due: &Due) -> String {
    let mut words = vec!["  due".to_owned()];
    words.push(due.amount.map_or("unknown".into(), |amount| amount.to_string()));
    words.extend(due.currency.map(|currency| currency.to_string()));
    words.extend(due.exact.map(|exact| format!("exact {exact}")));
    words.extend(due.rival.map(|rival| format!("rival {rival}")));
    words.push(format!("give or take {}", due.allowance.normal()));
    let marks = [(due.about, "about"), (due.lower_bound, "at least"), (due.minimum, "minimum"), (due.inflow, "inflow")];
    words.extend(marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark.to_owned()));
    words.extend(due.missing.iter().map(|stream| format!("without {}", facts.stream(*stream).code)));
    words.extend(due.rule.map(|rule| format!("by {}", facts.rule(rule).code)));
    words.extend(due.claims.iter().map(|claim| format!("from {}", facts.claim(*claim).code)));
    words.join(" ") + "\n"
}

fn step_line(facts: &Facts, step: &WorkingLine) -> String {
    let mut words = vec![step.step.to_string(), step.amount.to_string(), step.unit.to_string()];
    words.extend(step.claim.map(|claim| facts.claim(claim).code.to_string()));
    words.extend(step.rule.map(|rule| facts.rule(rule).code.to_string()));
    words.extend(step.token.as_ref().map(|token| token.to_string()));
    words.join(" ")
}

fn verdict_line(facts: &Facts, verdict: &Verdict) -> String {
    let mut words = vec![verdict.question.to_string(), verdict.outcome.to_string()];
    words.extend(verdict.kind.map(|kind| kind.to_string()));
    words.extend(verdict.reason.map(|reason| reason.to_string()));
    words.extend(verdict.column.map(|column| format!("({column})")));
    words.extend(verdict.amount.map(|amount| amount.to_string()));
    words.extend(verdict.percent.map(|percent| format!("{percent} %")));
    words.extend(verdict.low.map(|low| format!("from {low}")));
    words.extend(verdict.high.map(|high| format!("to {high}")));
    words.extend(verdict.days.map(|days| format!("{days} days")));
    words.extend(verdict.due_by.map(|day| format!("by {day}")));
    words.extend(verdict.penalty.map(|penalty| format!("penalty {penalty}")));
    words.extend(verdict.holder.map(|holder| format!("held by {}", facts.party(holder).code)));
    words.extend(verdict.floor_missing.then(|| "no floor".to_owned()));
    for other in &verdict.alternatives {
        let percent = other.percent.map_or(String::new(), |percent| format!(" {percent} %"));
        words.push(format!("or {}{percent} with {}", other.amount, facts.claim(other.claim).code));
    }
    words.join(" ")
}

fn shows(table: &str, expected: Expect) {
    expected.assert_eq(&detail(table));
}

#[test]
fn a_rounded_base_gives_a_due_with_two_ends() {
    shows(
        "
        rule roy royalty base=sale_value rate=6.5
        sale company base acme -> ? sale_value 2020 3200000 USD rounded
        paid company paid acme -> treasury royalty 2020 150000.333 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31
              due 208000.00 USD exact 208000 give or take 3250 by roy from sale
                base 3200000 USD sale
                rate 6.5 percent roy
                product 208000 USD
              due_declared gap below_due 57999.667 27.88 % from 54749.667 to 61249.667 no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn quarters_are_told_one_by_one_and_together() {
    shows(
        "
        rule roy royalty base=sale_value rate=10
        q1 company base acme -> ? sale_value 2020-01..2020-03 100000.00 USD
        q2 company base acme -> ? sale_value 2020-04..2020-06 200000.00 USD rounded
        q3 company base acme -> ? sale_value 2020-07..2020-09 300000.00 USD
        q4 company base acme -> ? sale_value 2020-10..2020-12 400000.00 USD
        paid company paid acme -> treasury royalty 2020 90000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31
              due 100000.00 USD exact 100000 give or take 500 by roy from q1 from q2 from q3 from q4
                pooled 100000.00 USD q1
                pooled 200000.00 USD q2
                pooled 300000.00 USD q3
                pooled 400000.00 USD q4
                pool 1000000.00 USD
                rate 10 percent roy
                product 100000 USD
              due_declared gap below_due 10000.00 10.00 % from 9500.00 to 10500.00 no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn nothing_is_concluded_from_about() {
    shows(
        "
        rule roy royalty base=sale_value rate=10
        sale company base acme -> ? sale_value 2020 1000000 USD about
        paid company paid acme -> treasury royalty 2020 50000 USD
        q1 company base acme -> ? sale_value 2021-01..2021-06 1000000 USD about
        q2 company base acme -> ? sale_value 2021-07..2021-12 1000000 USD
        then company paid acme -> treasury royalty 2021 50000 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31
              due 100000.00 USD exact 100000 give or take 5000 about by roy from sale
                base 1000000 USD sale
                rate 10 percent roy
                product 100000 USD
              due_declared unknown imprecise (due)
              declared_received unknown silent (received)
            royalty acme -> treasury 2021-01-01..2021-12-31
              due 200000.00 USD exact 200000 give or take 5000 about by roy from q1 from q2
                pooled 1000000 USD q1
                pooled 1000000 USD q2
                pool 2000000 USD
                rate 10 percent roy
                product 200000 USD
              due_declared unknown imprecise (due)
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn the_highest_valuation_is_used_and_the_others_are_told() {
    shows(
        "
        rule roy royalty base=valuation rate=15 highest
        one  company    base acme -> ? valuation event:stone 7000000.00 USD
        two  government base acme -> ? valuation event:stone 7500000.00 USD
        paid company paid acme -> treasury royalty event:stone 1125000.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury stone
              due 1125000.00 USD exact 1125000 give or take 0 by roy from two
                valuation_not_used 7000000.00 USD one
                base 7500000.00 USD two
                rate 15 percent roy
                product 1125000 USD
              due_declared agrees 0.00 0.00 % no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn a_pool_tells_what_is_missing() {
    shows(
        "
        rule pool local_fund base=pool rate=15 pool=tax-a;tax-b;tax-c payer=government min
        a government received acme -> treasury tax-a 2020 1000000 USD rounded
        b government base     ?    -> treasury tax-b 2020 500000.00 USD
        c government received acme -> treasury tax-c 2020 500000.00 GNF
        on government paid treasury -> district local_fund 2020 100000.00 USD
        all  government received acme -> treasury tax-a 2021 1000000.00 USD at_least
        of   government received acme -> treasury tax-b 2021 1000000.00 USD
        them government received acme -> treasury tax-c 2021 1000000.00 USD
        then government paid treasury -> district local_fund 2021 100000.00 USD
        ",
        expect![[r#"
            local_fund treasury -> district 2020-01-01..2020-12-31
              due 225000.00 USD exact 225000 give or take 7500 at least minimum without tax-c by pool from a from b
                pooled 1000000 USD a
                pooled 500000.00 USD b
                pool 1500000.00 USD
                rate 15 percent pool
                product 225000 USD
              due_declared gap below_due 125000.00 55.56 % from 117500.00 to 132500.00 no floor
              declared_received unknown silent (received)
            local_fund treasury -> district 2021-01-01..2021-12-31
              due 450000.00 USD exact 450000 give or take 7500 at least minimum inflow by pool from all from of from them
                pooled 1000000.00 USD all
                pooled 1000000.00 USD of
                pooled 1000000.00 USD them
                pool 3000000.00 USD
                rate 15 percent pool
                product 450000 USD
              due_declared gap held_back 350000.00 77.78 % from 342500.00 to 357500.00 held by treasury no floor
              declared_received unknown silent (received)
            tax-a acme -> treasury 2020-01-01..2020-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
            tax-a acme -> treasury 2021-01-01..2021-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
            tax-b acme -> treasury 2021-01-01..2021-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
            tax-c acme -> treasury 2020-01-01..2020-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
            tax-c acme -> treasury 2021-01-01..2021-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
        "#]],
    );
}

#[test]
fn weights_are_told_with_their_total() {
    shows(
        "
        rule duty  export_tax base=sale_value rate=3
        rule split area_fund  base=export_tax of=duty by=licences
        sale  government base acme -> ? sale_value 2020 1000000.00 USD
        all   government base ? -> ? licences 2020 12 licence
        north government base ? -> north-council licences 2020 7 licence
        south government base ? -> south-council licences 2020 5 licence
        n     community  received acme -> north-council area_fund 2020 17500.00 USD
        again government base acme -> ? sale_value 2021 1000000.00 USD
        sum   government base ? -> district licences 2021 11 licence
        part  government base ? -> north-council licences 2021 7 licence
        m     community  received acme -> north-council area_fund 2021 17500.00 USD
        ",
        expect![[r#"
            area_fund acme -> north-council 2020-01-01..2020-12-31
              due 17500.00 USD exact 17500 give or take 0 by split from sale from north from all
                base 1000000.00 USD sale
                rate 3 percent duty
                product 30000 USD
                weight 7 licence north
                weight_total 12 licence all
                allocated 17500.00 USD split
              due_received agrees 0.00 0.00 % no floor
              declared_received unknown silent (declared)
            area_fund acme -> north-council 2021-01-01..2021-12-31
              due 19090.91 USD exact 19090.909090909090909090909091 give or take 0 by split from again from part from sum
                base 1000000.00 USD again
                rate 3 percent duty
                product 30000 USD
                weight 7 licence part
                weight_total 11 licence sum
                rounded 19090.91 USD split
              due_received gap below_due 1590.91 8.33 % no floor
              declared_received unknown silent (declared)
            export_tax acme -> ? 2020-01-01..2020-12-31
              due 30000.00 USD exact 30000 give or take 0 by duty from sale
                base 1000000.00 USD sale
                rate 3 percent duty
                product 30000 USD
              due_declared unknown silent (declared)
            export_tax acme -> ? 2021-01-01..2021-12-31
              due 30000.00 USD exact 30000 give or take 0 by duty from again
                base 1000000.00 USD again
                rate 3 percent duty
                product 30000 USD
              due_declared unknown silent (declared)
        "#]],
    );
}

#[test]
fn a_siblings_part_tells_what_another_should_be() {
    shows(
        "
        rule split share base=royalty split=north-council:60;south-council:40
        n community received acme -> north-council share 2020 600000 USD rounded
        s community received acme -> south-council share 2020 300000.00 USD
        ",
        expect![[r#"
            share acme -> north-council 2020-01-01..2020-12-31
              due unknown give or take 0 by split
              due_received unknown base_unknown (due)
              declared_received unknown silent (declared)
            share acme -> south-council 2020-01-01..2020-12-31
              due 400000.00 USD exact 400000 give or take 3333.34 by split from n
                sibling 600000 USD n
                sibling_share 60 percent split north-council
                implied_whole 1000000.00 USD
                share 40 percent split south-council
                rounded 400000.00 USD
              split gap split_short 100000.00 25.00 % from 96666.66 to 103333.34 no floor
              declared_received unknown silent (declared)
        "#]],
    );
}

#[test]
fn what_a_holder_received_it_has_to_share() {
    shows(
        "
        rule tax   duty  base=sale_value rate=3
        rule onward fund base=duty rate=25 of=tax
        rule split share base=duty split=north-council:60;south-council:40 of=tax
        in  government received acme -> treasury duty 2020 1000000.00 USD
        on  government paid treasury -> district fund 2020 200000.00 USD
        n   government paid treasury -> north-council share 2020 600000.00 USD
        ",
        expect![[r#"
            duty acme -> treasury 2020-01-01..2020-12-31
              due unknown give or take 0 by tax
              due_received unknown base_unknown (due)
              declared_received unknown silent (declared)
            fund treasury -> district 2020-01-01..2020-12-31
              due 250000.00 USD exact 250000 give or take 0 inflow by onward from in
                inflow 1000000.00 USD in
                rate 25 percent onward
                product 250000 USD
              due_declared gap held_back 50000.00 20.00 % held by treasury no floor
              declared_received unknown silent (received)
            share treasury -> north-council 2020-01-01..2020-12-31
              due 600000.00 USD exact 600000 give or take 0 inflow by split from in
                inflow 1000000.00 USD in
                share 60 percent split north-council
                product 600000 USD
              due_declared agrees 0.00 0.00 % no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn a_stated_percentage_implies_its_base() {
    shows(
        "
        rule least community base=turnover rate=0.3 min
        paid company paid acme -> north-council community event:cheque 5392472 USD rounded paid=2022-05-24
        remark paid stated_rate 1.5 as printed
        ",
        expect![[r#"
            community acme -> north-council cheque
              due 1078494.40 USD exact 1078494.40 give or take 0.1 minimum by least from paid
                base 5392472 USD paid
                stated_rate 1.5 percent paid
                implied_base 359498133.33 USD
                rate 0.3 percent least
                product 1078494.40 USD
              due_declared agrees -4313977.60 -400.00 % from -4313978.20 to -4313977.00 no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn conflicting_figures_are_told_with_their_own_differences() {
    shows(
        "
        paid company paid acme -> treasury royalty 2020 1000.00 USD
        got  government received acme -> treasury royalty 2020 800.00 USD
        else third_party received acme -> treasury royalty 2020 700.00 USD
        old  third_party paid acme -> treasury royalty 2020 1100.00 USD
        ",
        expect![[r#"
            royalty acme -> treasury 2020-01-01..2020-12-31
              due_declared unknown no_rule (due)
              declared_received gap not_received 200.00 20.00 % no floor or 300.00 27.27 % with old or 300.00 30.00 % with else
        "#]],
    );
}

#[test]
fn printed_sums_and_differences_are_checked_to_the_last_digit() {
    shows(
        "
        total company paid acme -> district grant 2020 1000.00 USD
        one   company paid acme -> north-council grant 2020 600.00 USD
        other company paid acme -> south-council grant 2020 399.00 USD
        gap   third_party base acme -> district grant 2020 150.00 USD
        left  third_party base acme -> district worth 2020 1000.00 USD
        right third_party base acme -> district worth 2021 800.00 USD
        remark one part_of total
        remark other part_of total
        remark gap states_difference left;right
        ",
        expect![[r#"
            grant acme -> district 2020-01-01..2020-12-31
              due_declared unknown no_rule (due)
              declared_received unknown silent (received)
            grant acme -> north-council 2020-01-01..2020-12-31
              due_declared unknown no_rule (due)
              declared_received unknown silent (received)
            grant acme -> south-council 2020-01-01..2020-12-31
              due_declared unknown no_rule (due)
              declared_received unknown silent (received)
            difference gap of left, right: printed 150.00 computed 200.00 USD differs 50.00, would be 850.00
            sum total of one, other: printed 1000.00 computed 999.00 USD differs -1.00
        "#]],
    );
}

#[test]
fn a_minimum_is_not_above_due_and_a_fixed_sum_is_told() {
    shows(
        "
        rule rent rent base=fixed fixed=100000USD
        rule least dotation base=turnover rate=0.3 min
        b company base acme -> ? turnover 2020 1000000.00 USD
        d company paid acme -> district dotation 2020 5000.00 USD
        r company paid acme -> district rent 2020 120000.00 USD
        ",
        expect![[r#"
            dotation acme -> district 2020-01-01..2020-12-31
              due 3000.00 USD exact 3000 give or take 0 minimum by least from b
                base 1000000.00 USD b
                rate 0.3 percent least
                product 3000 USD
              due_declared agrees -2000.00 -66.67 % no floor
              declared_received unknown silent (received)
            rent acme -> district 2020-01-01..2020-12-31
              due 100000 USD exact 100000 give or take 0 by rent
                fixed 100000 USD rent
              due_declared gap above_due -20000.00 -20.00 % no floor
              declared_received unknown silent (received)
        "#]],
    );
}

#[test]
fn a_share_by_weight_carries_what_is_vague_about_its_whole() {
    shows(
        "
        rule duty  export_tax base=sale_value rate=3
        rule split area_fund  base=export_tax of=duty by=licences min
        all   government base ? -> ? licences 2020.. 10 licence
        north government base ? -> north-council licences 2020.. 4 licence
        s20 government base acme -> ? sale_value 2020 1000000 USD rounded
        s21 government base acme -> ? sale_value 2021 1000000 USD about
        s22 government base acme -> ? sale_value 2022 1000000 USD at_least
        n20 community received acme -> north-council area_fund 2020 1000.00 USD
        n21 community received acme -> north-council area_fund 2021 1000.00 USD
        n22 community received acme -> north-council area_fund 2022 1000.00 USD
        got government received acme -> treasury export_tax 2023 50000.00 USD
        n23 government paid treasury -> north-council area_fund 2023 1000.00 USD
        ",
        expect![[r#"
            area_fund acme -> north-council 2020-01-01..2020-12-31
              due 12000.00 USD exact 12000 give or take 600 minimum by split from s20 from north from all
                base 1000000 USD s20
                rate 3 percent duty
                product 30000 USD
                weight 4 licence north
                weight_total 10 licence all
                rounded 12000.00 USD split
              due_received gap below_due 11000.00 91.67 % from 10400.00 to 11600.00 no floor
              declared_received unknown silent (declared)
            area_fund acme -> north-council 2021-01-01..2021-12-31
              due 12000.00 USD exact 12000 give or take 600 about minimum by split from s21 from north from all
                base 1000000 USD s21
                rate 3 percent duty
                product 30000 USD
                weight 4 licence north
                weight_total 10 licence all
                rounded 12000.00 USD split
              due_received unknown imprecise (due)
              declared_received unknown silent (declared)
            area_fund acme -> north-council 2022-01-01..2022-12-31
              due 12000.00 USD exact 12000 give or take 600 at least minimum by split from s22 from north from all
                base 1000000 USD s22
                rate 3 percent duty
                product 30000 USD
                weight 4 licence north
                weight_total 10 licence all
                rounded 12000.00 USD split
              due_received gap below_due 11000.00 91.67 % from 10400.00 to 11600.00 no floor
              declared_received unknown silent (declared)
            area_fund treasury -> north-council 2023-01-01..2023-12-31
              due 20000.00 USD exact 20000 give or take 0 minimum inflow by split from got from north from all
                inflow 50000.00 USD got
                weight 4 licence north
                weight_total 10 licence all
                rounded 20000.00 USD split
              due_declared gap held_back 19000.00 95.00 % held by treasury no floor
              declared_received unknown silent (received)
            export_tax acme -> ? 2020-01-01..2020-12-31
              due 30000.00 USD exact 30000 give or take 1500 by duty from s20
                base 1000000 USD s20
                rate 3 percent duty
                product 30000 USD
              due_declared unknown silent (declared)
            export_tax acme -> ? 2021-01-01..2021-12-31
              due 30000.00 USD exact 30000 give or take 1500 about by duty from s21
                base 1000000 USD s21
                rate 3 percent duty
                product 30000 USD
              due_declared unknown silent (declared)
            export_tax acme -> ? 2022-01-01..2022-12-31
              due 30000.00 USD exact 30000 give or take 1500 at least by duty from s22
                base 1000000 USD s22
                rate 3 percent duty
                product 30000 USD
              due_declared unknown silent (declared)
            export_tax acme -> treasury 2023-01-01..2023-12-31
              due unknown give or take 0 by duty
              due_received unknown base_unknown (due)
              declared_received unknown silent (declared)
        "#]],
    );
}

#[test]
fn a_share_by_weight_of_a_pool_names_what_is_missing() {
    shows(
        "
        rule pool  fund   base=pool rate=10 pool=tax-a;tax-b payer=government
        rule split onward base=fund of=pool by=licences
        a     government received acme -> treasury tax-a 2020 1000000.00 USD
        all   government base ? -> ? licences 2020 10 licence
        north government base ? -> north-council licences 2020 4 licence
        n     government paid treasury -> north-council onward 2020 1000.00 USD
        ",
        expect![[r#"
            onward treasury -> north-council 2020-01-01..2020-12-31
              due 40000.00 USD exact 40000 give or take 0 at least without tax-b by split from a from north from all
                pooled 1000000.00 USD a
                pool 1000000.00 USD
                rate 10 percent pool
                product 100000 USD
                weight 4 licence north
                weight_total 10 licence all
                rounded 40000.00 USD split
              due_declared gap below_due 39000.00 97.50 % no floor
              declared_received unknown silent (received)
            tax-a acme -> treasury 2020-01-01..2020-12-31
              due_received unknown no_rule (due)
              declared_received unknown silent (declared)
        "#]],
    );
}
