using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Yimen.Migrations.Postgres.County
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    resident_id = table.Column<string>(type: "text", nullable: false),
                    resident_index = table.Column<string>(type: "text", nullable: true),
                    mobile = table.Column<string>(type: "text", nullable: false),
                    mobile_index = table.Column<string>(type: "text", nullable: true),
                    assurance = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_sign_in = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    second_factor_key = table.Column<string>(type: "text", nullable: false),
                    last_code_step = table.Column<long>(type: "bigint", nullable: false),
                    recovery_codes = table.Column<List<string>>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_api_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_api_token", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_link",
                columns: table => new
                {
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_link", x => x.digest);
                });

            migrationBuilder.CreateTable(
                name: "cases_amendment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_amendment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_anomaly",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<int>(type: "integer", nullable: false),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_from = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    explained_by = table.Column<string>(type: "text", nullable: false),
                    explained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    judgement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    judged_by = table.Column<string>(type: "text", nullable: false),
                    excluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_anomaly", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_assistance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    door = table.Column<int>(type: "integer", nullable: false),
                    person_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    wish = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agent_name = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    finished_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    person_address = table.Column<string>(type: "text", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    person_number = table.Column<string>(type: "text", nullable: false),
                    person_number_index = table.Column<string>(type: "text", nullable: false),
                    person_phone = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_assistance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_blank_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    printed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    printed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_blank_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    exclusions = table.Column<int>(type: "integer", nullable: false),
                    card_read = table.Column<bool>(type: "boolean", nullable: true),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    query_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    window = table.Column<string>(type: "text", nullable: true),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    applicant_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true),
                    complete_on = table.Column<DateOnly>(type: "date", nullable: true),
                    tell_by = table.Column<DateOnly>(type: "date", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    statutory_due = table.Column<DateOnly>(type: "date", nullable: true),
                    calendar_version = table.Column<string>(type: "text", nullable: true),
                    deemed = table.Column<bool>(type: "boolean", nullable: false),
                    paused = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    step_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consumed = table.Column<int>(type: "integer", nullable: true),
                    delivered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewer = table.Column<Guid>(type: "uuid", nullable: true),
                    licence_until = table.Column<DateOnly>(type: "date", nullable: true),
                    licence_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    deliver_by = table.Column<DateOnly>(type: "date", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owed_fen = table.Column<long>(type: "bigint", nullable: false),
                    ready_on = table.Column<DateOnly>(type: "date", nullable: true),
                    applicant_address = table.Column<string>(type: "text", nullable: false),
                    applicant_agent = table.Column<string>(type: "text", nullable: false),
                    applicant_kind = table.Column<int>(type: "integer", nullable: false),
                    applicant_name = table.Column<string>(type: "text", nullable: false),
                    applicant_number = table.Column<string>(type: "text", nullable: false),
                    applicant_number_index = table.Column<string>(type: "text", nullable: false),
                    applicant_phone = table.Column<string>(type: "text", nullable: false),
                    applicant_phone_index = table.Column<string>(type: "text", nullable: false),
                    terms_accept_mode = table.Column<int>(type: "integer", nullable: false),
                    terms_certificate = table.Column<string>(type: "text", nullable: false),
                    terms_one_window = table.Column<bool>(type: "boolean", nullable: false),
                    terms_project_type = table.Column<int>(type: "integer", nullable: false),
                    terms_promised_days = table.Column<int>(type: "integer", nullable: false),
                    terms_promised_kind = table.Column<int>(type: "integer", nullable: false),
                    terms_review_days = table.Column<int>(type: "integer", nullable: false),
                    terms_signing_days = table.Column<int>(type: "integer", nullable: false),
                    terms_special_days = table.Column<int>(type: "integer", nullable: false),
                    terms_statutory_days = table.Column<int>(type: "integer", nullable: true),
                    terms_statutory_kind = table.Column<int>(type: "integer", nullable: false),
                    terms_warning_days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_clock_crossed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<int>(type: "integer", nullable: false),
                    detail = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_from = table.Column<DateOnly>(type: "date", nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_clock_crossed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: true),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_consultation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_day",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    handed_over = table.Column<int>(type: "integer", nullable: false),
                    drawer = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false),
                    counted = table.Column<int>(type: "integer", nullable: false),
                    explanation = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_day", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_grievance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    query_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    phone_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    refused_orally = table.Column<bool>(type: "boolean", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    centre = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    counted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    first_due = table.Column<DateOnly>(type: "date", nullable: false),
                    first_answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cause = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_grievance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    run_day = table.Column<DateOnly>(type: "date", nullable: false),
                    run_time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    begun_by_name = table.Column<string>(type: "text", nullable: false),
                    handed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    handed_by_name = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_by_name = table.Column<string>(type: "text", nullable: false),
                    shortage_note = table.Column<string>(type: "text", nullable: false),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_note = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_handover_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_handover_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_inquiry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    phone_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    missing = table.Column<int[]>(type: "integer[]", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_inquiry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_opinion_phrase",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_opinion_phrase", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_outside",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    system = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    applicant_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    window = table.Column<string>(type: "text", nullable: false),
                    promised_days = table.Column<int>(type: "integer", nullable: false),
                    promised_kind = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    finished_on = table.Column<DateOnly>(type: "date", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_outside", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_outside_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false),
                    faults_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_outside_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    applicant_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    window = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    charged_fen = table.Column<long>(type: "bigint", nullable: false),
                    reduced_fen = table.Column<long>(type: "bigint", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_payment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_pledge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    material = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_number = table.Column<int>(type: "integer", nullable: false),
                    signed_by = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    check_by = table.Column<DateOnly>(type: "date", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    finding = table.Column<string>(type: "text", nullable: false),
                    checked_by_name = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<int>(type: "integer", nullable: true),
                    measure_words = table.Column<string>(type: "text", nullable: false),
                    measured_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_pledge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_pledge_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    material = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_pledge_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_visit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    done_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_visit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_basic_item",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    main_name = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    department = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_basic_item", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "catalog_card",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    basic_code = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    project_type = table.Column<int>(type: "integer", nullable: false),
                    handled_in = table.Column<int>(type: "integer", nullable: false),
                    online = table.Column<bool>(type: "boolean", nullable: false),
                    visits = table.Column<int>(type: "integer", nullable: false),
                    promised_days = table.Column<int>(type: "integer", nullable: true),
                    promised_kind = table.Column<int>(type: "integer", nullable: false),
                    for_persons = table.Column<bool>(type: "boolean", nullable: false),
                    for_corporates = table.Column<bool>(type: "boolean", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_card", x => x.item_id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_code",
                columns: table => new
                {
                    dictionary = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    by_application = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_code", x => new { x.dictionary, x.code });
                });

            migrationBuilder.CreateTable(
                name: "catalog_cross_region",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_cross_region", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_drift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_drift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_drift_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    items = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    settled = table.Column<int>(type: "integer", nullable: false),
                    open = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_drift_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_import_fault",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_import_fault", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_import_part",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    texts = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_import_part", x => new { x.run_id, x.slug, x.number });
                });

            migrationBuilder.CreateTable(
                name: "catalog_import_progress",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    accepted = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_import_progress", x => x.run_id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_import_row",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    texts = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_import_row", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "catalog_import_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    by_unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_import_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basic_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    handling = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    handling_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    current = table.Column<Guid>(type: "uuid", nullable: true),
                    hot_rank = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    basic_code = table.Column<string>(type: "text", nullable: false),
                    handling = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    offered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_offer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_province_line",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false),
                    provincial_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    project_type = table.Column<string>(type: "text", nullable: true),
                    statutory = table.Column<string>(type: "text", nullable: true),
                    promised = table.Column<string>(type: "text", nullable: true),
                    online = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_province_line", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "catalog_province_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_province_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_residency",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_residency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_stamp",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_stamp", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_theme",
                columns: table => new
                {
                    corporate = table.Column<bool>(type: "boolean", nullable: false),
                    theme = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_theme", x => new { x.corporate, x.theme, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "catalog_window_binding",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    window = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_window_binding", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_book",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_book", x => x.id);
                    table.UniqueConstraint("ak_code_book_kind", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "county_switch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    turned_by = table.Column<string>(type: "text", nullable: false),
                    turned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_switch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    kind_name = table.Column<string>(type: "text", nullable: false),
                    matter_kind = table.Column<string>(type: "text", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by_name = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true),
                    revoked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "export_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    filter = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_record", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figure_declared",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    figure_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    comparator = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_declared", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    object_by = table.Column<DateOnly>(type: "date", nullable: true),
                    days_ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    final_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_bulletin",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    foreword = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by_name = table.Column<string>(type: "text", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "text", nullable: false),
                    withdrawn_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_bulletin", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_call",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    caller = table.Column<string>(type: "text", nullable: false),
                    caller_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ringing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ringing_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agent_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    invalid_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recording = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    draft = table.Column<string>(type: "text", nullable: false),
                    draft_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_call", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_city_count",
                columns: table => new
                {
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    sent = table.Column<string[]>(type: "text[]", nullable: false),
                    heard = table.Column<string[]>(type: "text[]", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_city_count", x => x.on);
                });

            migrationBuilder.CreateTable(
                name: "hotline_city_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_city_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_city_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    source_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_city_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_city_nonce",
                columns: table => new
                {
                    value = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_city_nonce", x => x.value);
                });

            migrationBuilder.CreateTable(
                name: "hotline_contact_book",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_contact_book", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_dispatch_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coordination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(6)", maxLength: 6, nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    lead = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    made_by_name = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by_name = table.Column<string>(type: "text", nullable: false),
                    ended_why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_dispatch_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_kpi_cell",
                columns: table => new
                {
                    period = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    measure = table.Column<int>(type: "integer", nullable: false),
                    sum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_kpi_cell", x => new { x.by, x.measure, x.period, x.key });
                });

            migrationBuilder.CreateTable(
                name: "hotline_kpi_counted",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tally = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_kpi_counted", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_kpi_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    after = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_kpi_mark", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_open311_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    contact = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    beginning = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_open311_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_open311_request",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    brief = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    address_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    media_urls = table.Column<string[]>(type: "text[]", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_open311_request", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_open311_update",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    update_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    media_urls = table.Column<string[]>(type: "text[]", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_open311_update", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    query_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    source_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    secret = table.Column<bool>(type: "boolean", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    content_class = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    town = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    appeal = table.Column<string>(type: "text", nullable: false),
                    urgency = table.Column<int>(type: "integer", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reported_unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    city_due = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    extra_days = table.Column<int>(type: "integer", nullable: false),
                    paused = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    handler_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    review_level = table.Column<int>(type: "integer", nullable: false),
                    review_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    direct_answer = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    attitude = table.Column<int>(type: "integer", nullable: true),
                    result = table.Column<int>(type: "integer", nullable: true),
                    rehandlings = table.Column<int>(type: "integer", nullable: false),
                    raised = table.Column<bool>(type: "boolean", nullable: false),
                    master_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link = table.Column<int>(type: "integer", nullable: true),
                    followers = table.Column<int>(type: "integer", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    archive_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    direct_text = table.Column<string>(type: "text", nullable: false),
                    requester_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    requester_callback = table.Column<string>(type: "text", nullable: false),
                    requester_id_number = table.Column<string>(type: "text", nullable: false),
                    requester_name = table.Column<string>(type: "text", nullable: false),
                    requester_phone = table.Column<string>(type: "text", nullable: false),
                    requester_phone_index = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    requester_sex = table.Column<int>(type: "integer", nullable: false),
                    terms_lead_days = table.Column<int>(type: "integer", nullable: false),
                    terms_limit_days = table.Column<int>(type: "integer", nullable: false),
                    terms_visit_days = table.Column<int>(type: "integer", nullable: false),
                    terms_warning_days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_overdue_span",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_overdue_span", x => new { x.order_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "hotline_recheck",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verdict = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    said_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    explain_by = table.Column<DateOnly>(type: "date", nullable: false),
                    first_by = table.Column<DateOnly>(type: "date", nullable: false),
                    first_explained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    false_reply = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_recheck", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_secondment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    consultations = table.Column<int>(type: "integer", nullable: false),
                    direct = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    called_on = table.Column<DateOnly>(type: "date", nullable: false),
                    name_by = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_secondment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_service_book",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_service_book", x => x.id);
                    table.UniqueConstraint("ak_hotline_service_book_kind", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "hotline_urgent_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    what = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    post = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_name = table.Column<string>(type: "text", nullable: false),
                    ended_how = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_urgent_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    format = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    verb = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<string>(type: "text", nullable: true),
                    to = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: false),
                    previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_entry", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "journal_key",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_key", x => new { x.kind, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "journal_seal",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_seal", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(30)", maxLength: 30, nullable: false),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    current = table.Column<Guid>(type: "uuid", nullable: true),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_article", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    reply = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_correction", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_stamp",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_stamp", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_unanswered",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    text = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_unanswered", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    matter = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_vote",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    useful = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_vote", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "limit_book",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_book", x => x.id);
                    table.UniqueConstraint("ak_limit_book_kind", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "mandate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    principal_index = table.Column<string>(type: "text", nullable: true),
                    principal_name = table.Column<string>(type: "text", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_name = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    href = table.Column<string>(type: "text", nullable: true),
                    dedupe_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_counter",
                columns: table => new
                {
                    series = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counter", x => new { x.series, x.day });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    representative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    representative_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_calendar",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_calendar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_division",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    parent = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_division", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "organization_timetable",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_timetable", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_unit",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    code_override = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    parent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    consult_phone = table.Column<string>(type: "text", nullable: false),
                    supervise_phone = table.Column<string>(type: "text", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_window",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_window", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "organization_window_seat",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_window_seat", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    matter_kind = table.Column<string>(type: "text", nullable: true),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dedupe_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    via = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lease_token = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    retried_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_absence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    account_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    partner = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_absence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_standing_pair",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_standing_pair", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "portal_task_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<Guid>(type: "uuid", nullable: true),
                    to_name = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_task_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_receipt",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_receipt", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "retention_rule",
                columns: table => new
                {
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rule", x => new { x.subject, x.from });
                });

            migrationBuilder.CreateTable(
                name: "retention_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<bool>(type: "boolean", nullable: false),
                    faults_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    matter_kind = table.Column<string>(type: "text", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by_name = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    href = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    window = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    due_order = table.Column<DateOnly>(type: "date", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    holder_name = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wecom_app",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    base_url = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    corp_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    agent_id = table.Column<int>(type: "integer", nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wecom_app", x => x.unit);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_grant",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_grant", x => new { x.account_id, x.role, x.unit_code, x.area });
                    table.ForeignKey(
                        name: "fk_account_grant_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_assistance_authority",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_assistance_authority", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_assistance_authority_cases_assistance_order_id",
                        column: x => x.order_id,
                        principalTable: "cases_assistance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_assistance_case",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    linked_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_assistance_case", x => new { x.order_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_cases_assistance_case_cases_assistance_order_id",
                        column: x => x.order_id,
                        principalTable: "cases_assistance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_assistance_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    original = table.Column<bool>(type: "boolean", nullable: false),
                    photo_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_assistance_paper", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_assistance_paper_cases_assistance_order_id",
                        column: x => x.order_id,
                        principalTable: "cases_assistance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_blank",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_blank", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_blank_cases_blank_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "cases_blank_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_acting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @for = table.Column<string>(name: "for", type: "text", nullable: false),
                    agent_name = table.Column<string>(type: "text", nullable: false),
                    agent_number = table.Column<string>(type: "text", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_acting", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_acting_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_archive",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_number = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    leaves = table.Column<int>(type: "integer", nullable: false),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_archive", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_archive_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_certificate",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_certificate", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_certificate_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    stops_clock = table.Column<bool>(type: "boolean", nullable: false),
                    flaws = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_correction", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_correction_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_decision",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_decision", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_decision_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_deferral",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    signed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    promised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    warned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lapsed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    supplied_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_deferral", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_deferral_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_delivery",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<int>(type: "integer", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_delivery", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_delivery_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_ending",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_ending", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_ending_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_extension",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_extension", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_extension_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_hand_out",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    card_read = table.Column<bool>(type: "boolean", nullable: false),
                    is_proxy = table.Column<bool>(type: "boolean", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_hand_out", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_hand_out_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_hearing",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    parties = table.Column<string>(type: "text", nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: false),
                    told_by = table.Column<string>(type: "text", nullable: false),
                    request_by = table.Column<DateOnly>(type: "date", nullable: false),
                    told_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    requested_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    by_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    hold_by = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chair_name = table.Column<string>(type: "text", nullable: false),
                    notified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    attended = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    record = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    record_document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_hearing", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_hearing_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_late_entry",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    blank = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    real_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    photo_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_late_entry", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_cases_late_entry_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_material",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    may_come_later = table.Column<bool>(type: "boolean", nullable: false),
                    how = table.Column<int>(type: "integer", nullable: false),
                    copies = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_material", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_material_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_material_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: false),
                    x = table.Column<int>(type: "integer", nullable: true),
                    y = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_material_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_material_mark_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_material_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_material_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_material_version_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_motion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    flaws = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_motion", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_motion_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_opinion",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_opinion", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_opinion_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_parcel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    delivered_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_parcel", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_parcel_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_suspension",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    special = table.Column<bool>(type: "boolean", nullable: false),
                    of_hearing = table.Column<bool>(type: "boolean", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    planned_days = table.Column<int>(type: "integer", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    began_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_suspension", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_suspension_cases_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_day_line",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_name = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_day_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_day_line_cases_day_day_id",
                        column: x => x.day_id,
                        principalTable: "cases_day",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_grievance_answer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    grievance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_grievance_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_grievance_answer_cases_grievance_grievance_id",
                        column: x => x.grievance_id,
                        principalTable: "cases_grievance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_handover_line",
                columns: table => new
                {
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    sheets = table.Column<int>(type: "integer", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    missing = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_handover_line", x => new { x.handover_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_cases_handover_line_cases_handover_handover_id",
                        column: x => x.handover_id,
                        principalTable: "cases_handover",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_handover_run",
                columns: table => new
                {
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    runs_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_handover_run", x => x.from);
                    table.ForeignKey(
                        name: "fk_cases_handover_run_cases_handover_runs_runs_id",
                        column: x => x.runs_id,
                        principalTable: "cases_handover_runs",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "cases_payment_fact",
                columns: table => new
                {
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_payment_fact", x => x.payment_id);
                    table.ForeignKey(
                        name: "fk_cases_payment_fact_cases_payment_payment_id",
                        column: x => x.payment_id,
                        principalTable: "cases_payment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_payment_line",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    standard = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    reducible = table.Column<bool>(type: "boolean", nullable: false),
                    charged_fen = table.Column<long>(type: "bigint", nullable: false),
                    reduced_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_payment_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_payment_line_cases_payment_payment_id",
                        column: x => x.payment_id,
                        principalTable: "cases_payment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_payment_reduction",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    granted_by = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_payment_reduction", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_payment_reduction_cases_payment_payment_id",
                        column: x => x.payment_id,
                        principalTable: "cases_payment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_pledge_wording",
                columns: table => new
                {
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    words_checked = table.Column<string>(type: "text", nullable: false),
                    words_consequence = table.Column<string>(type: "text", nullable: false),
                    words_from = table.Column<DateOnly>(type: "date", nullable: false),
                    words_pledged = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_pledge_wording", x => new { x.text_id, x.number });
                    table.ForeignKey(
                        name: "fk_cases_pledge_wording_cases_pledge_text_text_id",
                        column: x => x.text_id,
                        principalTable: "cases_pledge_text",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_in_force",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_in_force", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalog_in_force_catalog_item_item_id",
                        column: x => x.item_id,
                        principalTable: "catalog_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_item_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    by_application = table.Column<bool>(type: "boolean", nullable: false),
                    online = table.Column<bool>(type: "boolean", nullable: false),
                    online_depth = table.Column<int>(type: "integer", nullable: false),
                    project_type = table.Column<int>(type: "integer", nullable: false),
                    accept_mode = table.Column<int>(type: "integer", nullable: false),
                    handled_in = table.Column<int>(type: "integer", nullable: false),
                    one_window = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    provincial_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    provincial_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_item_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalog_item_version_catalog_item_item_id",
                        column: x => x.item_id,
                        principalTable: "catalog_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dated_code",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    book = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dated_code", x => new { x.book, x.code, x.from });
                    table.ForeignKey(
                        name: "fk_dated_code_code_book_book",
                        column: x => x.book,
                        principalTable: "code_book",
                        principalColumn: "kind",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal_exclusion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    allowed = table.Column<bool>(type: "boolean", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal_exclusion", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_appraisal_exclusion_hotline_appraisal_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "hotline_appraisal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal_line",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    group = table.Column<int>(type: "integer", nullable: false),
                    closed = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    honour = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_appraisal_line_hotline_appraisal_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "hotline_appraisal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal_objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    upheld = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_appraisal_objection_hotline_appraisal_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "hotline_appraisal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal_receipt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal_receipt", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_appraisal_receipt_hotline_appraisal_sheet_id",
                        column: x => x.sheet_id,
                        principalTable: "hotline_appraisal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_bulletin_recipient",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    bulletin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_bulletin_recipient", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_bulletin_recipient_hotline_bulletin_bulletin_id",
                        column: x => x.bulletin_id,
                        principalTable: "hotline_bulletin",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_call_transfer",
                columns: table => new
                {
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_name = table.Column<string>(type: "text", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_call_transfer", x => new { x.call_id, x.at });
                    table.ForeignKey(
                        name: "fk_hotline_call_transfer_hotline_call_call_id",
                        column: x => x.call_id,
                        principalTable: "hotline_call",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_contact_channel",
                columns: table => new
                {
                    book_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_contact_channel", x => new { x.book_id, x.post, x.way });
                    table.ForeignKey(
                        name: "fk_hotline_contact_channel_hotline_contact_book_book_id",
                        column: x => x.book_id,
                        principalTable: "hotline_contact_book",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_contact_person",
                columns: table => new
                {
                    book_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_contact_person", x => new { x.book_id, x.post });
                    table.ForeignKey(
                        name: "fk_hotline_contact_person_hotline_contact_book_book_id",
                        column: x => x.book_id,
                        principalTable: "hotline_contact_book",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_assist",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_assist", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_assist_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_closure",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_closure", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_closure_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_coordination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    met_on = table.Column<DateOnly>(type: "date", nullable: true),
                    units = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by_name = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_coordination", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_coordination_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_coordination_duty",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coordination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false),
                    reported_by_name = table.Column<string>(type: "text", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_coordination_duty", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_coordination_duty_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_dispatch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    sign_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    return_by = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by_name = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_dispatch", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_dispatch_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_errand",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    village = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    village_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false),
                    reported_by_name = table.Column<string>(type: "text", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_errand", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_errand_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_extension",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_extension", x => x.order_id);
                    table.ForeignKey(
                        name: "fk_hotline_extension_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_caller = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_file_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_rehandling",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_rehandling", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_rehandling_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_reminder",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_reminder", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_reminder_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_reply",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contact_way = table.Column<int>(type: "integer", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    contact_person = table.Column<string>(type: "text", nullable: false),
                    contact_phone = table.Column<string>(type: "text", nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_reply", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_reply_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_return",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    transfer = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    proposed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: false),
                    answered_by_name = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_return", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_return_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_review_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_supplement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_supplement", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_supplement_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_suspension",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    began_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_suspension", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_suspension_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_visit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<int>(type: "integer", nullable: false),
                    reached = table.Column<bool>(type: "boolean", nullable: false),
                    attitude = table.Column<int>(type: "integer", nullable: true),
                    result = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    said = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_visit", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_visit_hotline_order_order_id",
                        column: x => x.order_id,
                        principalTable: "hotline_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_recheck_explanation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    recheck_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_recheck_explanation", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_recheck_explanation_hotline_recheck_recheck_id",
                        column: x => x.recheck_id,
                        principalTable: "hotline_recheck",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_secondment_training",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    secondment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_secondment_training", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_secondment_training_hotline_secondment_secondment_id",
                        column: x => x.secondment_id,
                        principalTable: "hotline_secondment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_dated_service",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    book = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false),
                    why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    keywords = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asks = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_dated_service", x => new { x.book, x.code, x.from });
                    table.ForeignKey(
                        name: "fk_hotline_dated_service_hotline_service_book_book",
                        column: x => x.book,
                        principalTable: "hotline_service_book",
                        principalColumn: "kind",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_contact_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    post = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    result = table.Column<int>(type: "integer", nullable: false),
                    result_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_contact_attempt", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_contact_attempt_hotline_urgent_contact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "hotline_urgent_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_article_item",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_article_item", x => new { x.article_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_knowledge_article_item_knowledge_article_article_id",
                        column: x => x.article_id,
                        principalTable: "knowledge_article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_in_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_in_use", x => x.id);
                    table.ForeignKey(
                        name: "fk_knowledge_in_use_knowledge_article_article_id",
                        column: x => x.article_id,
                        principalTable: "knowledge_article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_recheck",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    called_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    closed_by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_recheck", x => x.id);
                    table.ForeignKey(
                        name: "fk_knowledge_recheck_knowledge_article_article_id",
                        column: x => x.article_id,
                        principalTable: "knowledge_article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    variants = table.Column<string[]>(type: "text[]", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    items = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    edited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    edited_by_name = table.Column<string>(type: "text", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by_name = table.Column<string>(type: "text", nullable: false),
                    secrecy_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by_name = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_knowledge_version_knowledge_article_article_id",
                        column: x => x.article_id,
                        principalTable: "knowledge_article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dated_limit",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    book = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dated_limit", x => new { x.book, x.code, x.from });
                    table.ForeignKey(
                        name: "fk_dated_limit_limit_book_book",
                        column: x => x.book,
                        principalTable: "limit_book",
                        principalColumn: "kind",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_calendar_day",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    calendar_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_calendar_day", x => new { x.date, x.kind });
                    table.ForeignKey(
                        name: "fk_organization_calendar_day_organization_calendar_calendar_id",
                        column: x => x.calendar_id,
                        principalTable: "organization_calendar",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organization_hours",
                columns: table => new
                {
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    morning_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    morning_to = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    afternoon_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    afternoon_to = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    timetable_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_hours", x => x.valid_from);
                    table.ForeignKey(
                        name: "fk_organization_hours_organization_timetable_timetable_id",
                        column: x => x.timetable_id,
                        principalTable: "organization_timetable",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_assistance_return",
                columns: table => new
                {
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    photo_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_assistance_return", x => x.paper_id);
                    table.ForeignKey(
                        name: "fk_cases_assistance_return_cases_assistance_paper_paper_id",
                        column: x => x.paper_id,
                        principalTable: "cases_assistance_paper",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hotline_appraisal_mark",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line_id = table.Column<long>(type: "bigint", nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    good = table.Column<int>(type: "integer", nullable: false),
                    all = table.Column<int>(type: "integer", nullable: false),
                    full = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_appraisal_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_hotline_appraisal_mark_hotline_appraisal_line_line_id",
                        column: x => x.line_id,
                        principalTable: "hotline_appraisal_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_mobile_index",
                table: "account",
                column: "mobile_index");

            migrationBuilder.CreateIndex(
                name: "ix_account_resident_index",
                table: "account",
                column: "resident_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_api_token_account_id",
                table: "account_api_token",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_api_token_digest",
                table: "account_api_token",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_link_account_id",
                table: "account_link",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_acting_case_id",
                table: "cases_acting",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_amendment_case_id_state",
                table: "cases_amendment",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_amendment_state_asked_at",
                table: "cases_amendment",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_anomaly_case_id_rule_on",
                table: "cases_anomaly",
                columns: new[] { "case_id", "rule", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_anomaly_found_on",
                table: "cases_anomaly",
                column: "found_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_anomaly_on",
                table: "cases_anomaly",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_anomaly_state_unit",
                table: "cases_anomaly",
                columns: new[] { "state", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_archive_file_number",
                table: "cases_archive",
                column: "file_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_account_id",
                table: "cases_assistance",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_finished_on",
                table: "cases_assistance",
                column: "finished_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_person_index",
                table: "cases_assistance",
                column: "person_index");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_requested_on",
                table: "cases_assistance",
                column: "requested_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_town_state_requested_on",
                table: "cases_assistance",
                columns: new[] { "town", "state", "requested_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_authority_order_id",
                table: "cases_assistance_authority",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_case_case_id",
                table: "cases_assistance_case",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_case_linked_on",
                table: "cases_assistance_case",
                column: "linked_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_assistance_paper_order_id",
                table: "cases_assistance_paper",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_blank_batch_id",
                table: "cases_blank",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_blank_number",
                table: "cases_blank",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_blank_state",
                table: "cases_blank",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_accepted_on_number_channel_exclusions",
                table: "cases_case",
                columns: new[] { "accepted_on", "number", "channel", "exclusions" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_account_id_filed_at",
                table: "cases_case",
                columns: new[] { "account_id", "filed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_applicant_index",
                table: "cases_case",
                column: "applicant_index");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_closed_on_state",
                table: "cases_case",
                columns: new[] { "closed_on", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_decided_on_number_due_exclusions",
                table: "cases_case",
                columns: new[] { "decided_on", "number", "due", "exclusions" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_exclusions",
                table: "cases_case",
                column: "exclusions",
                filter: "exclusions > 0");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_filed_at",
                table: "cases_case",
                column: "filed_at");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_item_id",
                table: "cases_case",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_number",
                table: "cases_case",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_received_on_number_channel_state_exclusions",
                table: "cases_case",
                columns: new[] { "received_on", "number", "channel", "state", "exclusions" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_state_due",
                table: "cases_case",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_unit_state_filed_at",
                table: "cases_case",
                columns: new[] { "unit", "state", "filed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_visit_id",
                table: "cases_case",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_window_received_on",
                table: "cases_case",
                columns: new[] { "window", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_clock_crossed_case_id_mark_detail_due",
                table: "cases_clock_crossed",
                columns: new[] { "case_id", "mark", "detail", "due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_clock_crossed_on",
                table: "cases_clock_crossed",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_clock_crossed_unit_on",
                table: "cases_clock_crossed",
                columns: new[] { "unit", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_case_id",
                table: "cases_consultation",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consultation_unit_state_due",
                table: "cases_consultation",
                columns: new[] { "unit", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_correction_case_id",
                table: "cases_correction",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_day_day_window_by_id",
                table: "cases_day",
                columns: new[] { "day", "window", "by_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_day_line_case_id",
                table: "cases_day_line",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_day_line_day_id",
                table: "cases_day_line",
                column: "day_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_deferral_case_id",
                table: "cases_deferral",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_deferral_supplied_on_due",
                table: "cases_deferral",
                columns: new[] { "supplied_on", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_account_id_recorded_at",
                table: "cases_grievance",
                columns: new[] { "account_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_closed_on_cause",
                table: "cases_grievance",
                columns: new[] { "closed_on", "cause" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_number",
                table: "cases_grievance",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_recorded_on",
                table: "cases_grievance",
                column: "recorded_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_state_due",
                table: "cases_grievance",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_grievance_answer_grievance_id",
                table: "cases_grievance_answer",
                column: "grievance_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_handover_number",
                table: "cases_handover",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_cases_handover_state_run_day",
                table: "cases_handover",
                columns: new[] { "state", "run_day" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_handover_line_case_id_moved_at",
                table: "cases_handover_line",
                columns: new[] { "case_id", "moved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_handover_run_runs_id",
                table: "cases_handover_run",
                column: "runs_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_inquiry_asked_on_window",
                table: "cases_inquiry",
                columns: new[] { "asked_on", "window" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_inquiry_number",
                table: "cases_inquiry",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_cases_inquiry_phone_index",
                table: "cases_inquiry",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "ix_cases_late_entry_entered_on",
                table: "cases_late_entry",
                column: "entered_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_material_case_id_order",
                table: "cases_material",
                columns: new[] { "case_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_material_mark_case_id",
                table: "cases_material_mark",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_material_version_case_id",
                table: "cases_material_version",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_motion_case_id",
                table: "cases_motion",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_opinion_case_id",
                table: "cases_opinion",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_opinion_phrase_account_id",
                table: "cases_opinion_phrase",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_outside_accepted_on_window",
                table: "cases_outside",
                columns: new[] { "accepted_on", "window" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_outside_finished_on_due",
                table: "cases_outside",
                columns: new[] { "finished_on", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_outside_number",
                table: "cases_outside",
                column: "number",
                unique: true,
                filter: "state <> 99");

            migrationBuilder.CreateIndex(
                name: "ix_cases_outside_unit_accepted_on",
                table: "cases_outside",
                columns: new[] { "unit", "accepted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_outside_import_at",
                table: "cases_outside_import",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_cases_parcel_case_id",
                table: "cases_parcel",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_case_id",
                table: "cases_payment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_code",
                table: "cases_payment",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_state_issued_on",
                table: "cases_payment",
                columns: new[] { "state", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_unit_issued_on",
                table: "cases_payment",
                columns: new[] { "unit", "issued_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_fact_bill_number",
                table: "cases_payment_fact",
                column: "bill_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_fact_paid_on",
                table: "cases_payment_fact",
                column: "paid_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_line_payment_id",
                table: "cases_payment_line",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_reduction_on",
                table: "cases_payment_reduction",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_payment_reduction_payment_id",
                table: "cases_payment_reduction",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_pledge_case_id_order",
                table: "cases_pledge",
                columns: new[] { "case_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_pledge_signed_on",
                table: "cases_pledge",
                column: "signed_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_pledge_state_check_by",
                table: "cases_pledge",
                columns: new[] { "state", "check_by" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_pledge_text_material",
                table: "cases_pledge_text",
                column: "material");

            migrationBuilder.CreateIndex(
                name: "ix_cases_suspension_case_id",
                table: "cases_suspension",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_visit_done_on",
                table: "cases_visit",
                column: "done_on");

            migrationBuilder.CreateIndex(
                name: "ix_cases_visit_town_day",
                table: "cases_visit",
                columns: new[] { "town", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_card_rank_basic_code_item_id",
                table: "catalog_card",
                columns: new[] { "rank", "basic_code", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_card_unit",
                table: "catalog_card",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_cross_region_item_id_level_from",
                table: "catalog_cross_region",
                columns: new[] { "item_id", "level", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_drift_code",
                table: "catalog_drift",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_drift_state_kind",
                table: "catalog_drift",
                columns: new[] { "state", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_drift_run_at",
                table: "catalog_drift_run",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_import_fault_run_id_id",
                table: "catalog_import_fault",
                columns: new[] { "run_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_import_part_run_id_code",
                table: "catalog_import_part",
                columns: new[] { "run_id", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_import_run_started_at",
                table: "catalog_import_run",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_in_force_item_id_from",
                table: "catalog_in_force",
                columns: new[] { "item_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_item_basic_code_handling",
                table: "catalog_item",
                columns: new[] { "basic_code", "handling" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_item_handling_code",
                table: "catalog_item",
                column: "handling_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_item_state_level",
                table: "catalog_item",
                columns: new[] { "state", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_item_unit_state",
                table: "catalog_item",
                columns: new[] { "unit", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_item_version_item_id_number",
                table: "catalog_item_version",
                columns: new[] { "item_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_offer_batch_basic_code_handling",
                table: "catalog_offer",
                columns: new[] { "batch", "basic_code", "handling" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_offer_unit_state",
                table: "catalog_offer",
                columns: new[] { "unit", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_province_list_imported_at",
                table: "catalog_province_list",
                column: "imported_at");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_residency_item_id_from",
                table: "catalog_residency",
                columns: new[] { "item_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_theme_item_id",
                table: "catalog_theme",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_window_binding_item_id_window_from",
                table: "catalog_window_binding",
                columns: new[] { "item_id", "window", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_window_binding_window",
                table: "catalog_window_binding",
                column: "window");

            migrationBuilder.CreateIndex(
                name: "ix_county_switch_code",
                table: "county_switch",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_code",
                table: "document",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_matter_kind_matter_id",
                table: "document",
                columns: new[] { "matter_kind", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_series_year_sequence",
                table: "document",
                columns: new[] { "series", "year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_export_record_at",
                table: "export_record",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_export_record_by_id_at",
                table: "export_record",
                columns: new[] { "by_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_figure_declared_figure_id_from_through",
                table: "figure_declared",
                columns: new[] { "figure_id", "from", "through" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_month",
                table: "hotline_appraisal",
                column: "month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_exclusion_order_id_criterion",
                table: "hotline_appraisal_exclusion",
                columns: new[] { "order_id", "criterion" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_exclusion_sheet_id",
                table: "hotline_appraisal_exclusion",
                column: "sheet_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_line_sheet_id_unit",
                table: "hotline_appraisal_line",
                columns: new[] { "sheet_id", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_mark_line_id",
                table: "hotline_appraisal_mark",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_objection_sheet_id",
                table: "hotline_appraisal_objection",
                column: "sheet_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_appraisal_receipt_sheet_id_unit",
                table: "hotline_appraisal_receipt",
                columns: new[] { "sheet_id", "unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_assist_order_id",
                table: "hotline_assist",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_assist_unit",
                table: "hotline_assist",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_bulletin_issued_on_id",
                table: "hotline_bulletin",
                columns: new[] { "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_bulletin_period_edition",
                table: "hotline_bulletin",
                columns: new[] { "period", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_bulletin_recipient_bulletin_id",
                table: "hotline_bulletin_recipient",
                column: "bulletin_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_bulletin_recipient_unit_bulletin_id",
                table: "hotline_bulletin_recipient",
                columns: new[] { "unit", "bulletin_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_call_call_id",
                table: "hotline_call",
                column: "call_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_call_caller_index_ringing_at",
                table: "hotline_call",
                columns: new[] { "caller_index", "ringing_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_call_order_id",
                table: "hotline_call",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_call_ringing_on_id",
                table: "hotline_call",
                columns: new[] { "ringing_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_call_state_ringing_at",
                table: "hotline_call",
                columns: new[] { "state", "ringing_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_file_direction_source_number_key",
                table: "hotline_city_file",
                columns: new[] { "direction", "source_number", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_file_on",
                table: "hotline_city_file",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_file_order_id",
                table: "hotline_city_file",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_file_state_next_at",
                table: "hotline_city_file",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_message_direction_key",
                table: "hotline_city_message",
                columns: new[] { "direction", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_message_on_direction",
                table: "hotline_city_message",
                columns: new[] { "on", "direction" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_message_source_number",
                table: "hotline_city_message",
                column: "source_number");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_city_nonce_at",
                table: "hotline_city_nonce",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_closure_on_unit",
                table: "hotline_closure",
                columns: new[] { "on", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_closure_order_id",
                table: "hotline_closure",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_contact_attempt_contact_id",
                table: "hotline_contact_attempt",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_contact_book_unit",
                table: "hotline_contact_book",
                column: "unit",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_coordination_order_id",
                table: "hotline_coordination",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_coordination_duty_order_id",
                table: "hotline_coordination_duty",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_coordination_duty_unit",
                table: "hotline_coordination_duty",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_dispatch_on_unit",
                table: "hotline_dispatch",
                columns: new[] { "on", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_dispatch_order_id_on",
                table: "hotline_dispatch",
                columns: new[] { "order_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_dispatch_rule_coordination_id",
                table: "hotline_dispatch_rule",
                column: "coordination_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_dispatch_rule_from_id",
                table: "hotline_dispatch_rule",
                columns: new[] { "from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_errand_order_id",
                table: "hotline_errand",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_file_order_id",
                table: "hotline_file",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_kpi_cell_by_period",
                table: "hotline_kpi_cell",
                columns: new[] { "by", "period" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_open311_key_digest",
                table: "hotline_open311_key",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_open311_request_key_id_digest_at",
                table: "hotline_open311_request",
                columns: new[] { "key_id", "digest", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_open311_update_at",
                table: "hotline_open311_update",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_open311_update_key_id_order_id_update_id",
                table: "hotline_open311_update",
                columns: new[] { "key_id", "order_id", "update_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_account_id_received_at",
                table: "hotline_order",
                columns: new[] { "account_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_content_class_received_on",
                table: "hotline_order",
                columns: new[] { "content_class", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_master_id",
                table: "hotline_order",
                column: "master_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_number",
                table: "hotline_order",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_received_at",
                table: "hotline_order",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_received_on_number_type_source",
                table: "hotline_order",
                columns: new[] { "received_on", "number", "type", "source" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_source_number",
                table: "hotline_order",
                column: "source_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_state_due",
                table: "hotline_order",
                columns: new[] { "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_order_unit_state_received_at",
                table: "hotline_order",
                columns: new[] { "unit", "state", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_overdue_span_on_unit",
                table: "hotline_overdue_span",
                columns: new[] { "on", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_recheck_month_order_id",
                table: "hotline_recheck",
                columns: new[] { "month", "order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_recheck_unit_state",
                table: "hotline_recheck",
                columns: new[] { "unit", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_recheck_explanation_recheck_id",
                table: "hotline_recheck_explanation",
                column: "recheck_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_rehandling_on",
                table: "hotline_rehandling",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_rehandling_order_id",
                table: "hotline_rehandling",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_reminder_on",
                table: "hotline_reminder",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_reminder_order_id",
                table: "hotline_reminder",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_reply_order_id",
                table: "hotline_reply",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_return_on_unit",
                table: "hotline_return",
                columns: new[] { "on", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_return_order_id",
                table: "hotline_return",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_review_order_id",
                table: "hotline_review",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_secondment_month_unit",
                table: "hotline_secondment",
                columns: new[] { "month", "unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hotline_secondment_training_secondment_id",
                table: "hotline_secondment_training",
                column: "secondment_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_supplement_order_id",
                table: "hotline_supplement",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_supplement_source_key",
                table: "hotline_supplement",
                column: "source_key");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_suspension_order_id",
                table: "hotline_suspension",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_urgent_contact_order_id_began_at",
                table: "hotline_urgent_contact",
                columns: new[] { "order_id", "began_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_urgent_contact_state_began_at",
                table: "hotline_urgent_contact",
                columns: new[] { "state", "began_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hotline_visit_on",
                table: "hotline_visit",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_hotline_visit_order_id",
                table: "hotline_visit",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entry_at",
                table: "journal_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entry_kind_matter_id_number",
                table: "journal_entry",
                columns: new[] { "kind", "matter_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_article_state_visibility_unit",
                table: "knowledge_article",
                columns: new[] { "state", "visibility", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_article_unit_state",
                table: "knowledge_article",
                columns: new[] { "unit", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_article_item_item_id",
                table: "knowledge_article_item",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_correction_article_id",
                table: "knowledge_correction",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_correction_due",
                table: "knowledge_correction",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_correction_unit_state_due",
                table: "knowledge_correction",
                columns: new[] { "unit", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_in_use_article_id_from",
                table: "knowledge_in_use",
                columns: new[] { "article_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_recheck_article_id",
                table: "knowledge_recheck",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_recheck_due_closed_on",
                table: "knowledge_recheck",
                columns: new[] { "due", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_unanswered_on_text",
                table: "knowledge_unanswered",
                columns: new[] { "on", "text" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_use_article_id_on",
                table: "knowledge_use",
                columns: new[] { "article_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_use_matter_id_article_id",
                table: "knowledge_use",
                columns: new[] { "matter_id", "article_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_use_on_kind",
                table: "knowledge_use",
                columns: new[] { "on", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_version_article_id_number",
                table: "knowledge_version",
                columns: new[] { "article_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_vote_article_id_useful",
                table: "knowledge_vote",
                columns: new[] { "article_id", "useful" });

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_vote_on",
                table: "knowledge_vote",
                column: "on");

            migrationBuilder.CreateIndex(
                name: "ix_mandate_agent_id_state",
                table: "mandate",
                columns: new[] { "agent_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_mandate_organisation_id",
                table: "mandate",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandate_principal_index",
                table: "mandate",
                column: "principal_index");

            migrationBuilder.CreateIndex(
                name: "ix_message_account_id_at",
                table: "message",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_message_account_id_read_at",
                table: "message",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_message_dedupe_key",
                table: "message",
                column: "dedupe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_credit_code",
                table: "organisation",
                column: "credit_code",
                unique: true,
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_representative_id",
                table: "organisation",
                column: "representative_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_calendar_day_calendar_id",
                table: "organization_calendar_day",
                column: "calendar_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_calendar_day_changed_at",
                table: "organization_calendar_day",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_organization_division_parent",
                table: "organization_division",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_organization_hours_timetable_id",
                table: "organization_hours",
                column: "timetable_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_unit_credit_code",
                table: "organization_unit",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_window_area",
                table: "organization_window",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "ix_organization_window_unit",
                table: "organization_window",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_organization_window_seat_account",
                table: "organization_window_seat",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_organization_window_seat_window_from",
                table: "organization_window_seat",
                columns: new[] { "window", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_created_at",
                table: "outbox_message",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_dedupe_key",
                table: "outbox_message",
                column: "dedupe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_next_at",
                table: "outbox_message",
                column: "next_at",
                filter: "sent_at IS NULL AND dead_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_portal_absence_account_to",
                table: "portal_absence",
                columns: new[] { "account", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_absence_partner_to",
                table: "portal_absence",
                columns: new[] { "partner", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_task_move_task_id_id",
                table: "portal_task_move",
                columns: new[] { "task_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_request_receipt_at",
                table: "request_receipt",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_retention_run_at",
                table: "retention_run",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_import_kind_by_id_at",
                table: "sheet_import",
                columns: new[] { "kind", "by_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sheet_import_kind_digest",
                table: "sheet_import",
                columns: new[] { "kind", "digest" },
                unique: true,
                filter: "taken");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_hash",
                table: "stored_file",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_matter_kind_matter_id",
                table: "stored_file",
                columns: new[] { "matter_kind", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_item_holder_due_order",
                table: "task_item",
                columns: new[] { "holder", "due_order" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_task_item_kind_matter_id_closed_at",
                table: "task_item",
                columns: new[] { "kind", "matter_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_task_item_role_due_order_id",
                table: "task_item",
                columns: new[] { "role", "due_order", "id" },
                filter: "closed_at IS NULL AND holder IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_task_item_role_unit_due_order_id",
                table: "task_item",
                columns: new[] { "role", "unit", "due_order", "id" },
                filter: "closed_at IS NULL AND holder IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_api_token");

            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_grant");

            migrationBuilder.DropTable(
                name: "account_link");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "cases_acting");

            migrationBuilder.DropTable(
                name: "cases_amendment");

            migrationBuilder.DropTable(
                name: "cases_anomaly");

            migrationBuilder.DropTable(
                name: "cases_archive");

            migrationBuilder.DropTable(
                name: "cases_assistance_authority");

            migrationBuilder.DropTable(
                name: "cases_assistance_case");

            migrationBuilder.DropTable(
                name: "cases_assistance_return");

            migrationBuilder.DropTable(
                name: "cases_blank");

            migrationBuilder.DropTable(
                name: "cases_certificate");

            migrationBuilder.DropTable(
                name: "cases_clock_crossed");

            migrationBuilder.DropTable(
                name: "cases_consultation");

            migrationBuilder.DropTable(
                name: "cases_correction");

            migrationBuilder.DropTable(
                name: "cases_day_line");

            migrationBuilder.DropTable(
                name: "cases_decision");

            migrationBuilder.DropTable(
                name: "cases_deferral");

            migrationBuilder.DropTable(
                name: "cases_delivery");

            migrationBuilder.DropTable(
                name: "cases_ending");

            migrationBuilder.DropTable(
                name: "cases_extension");

            migrationBuilder.DropTable(
                name: "cases_grievance_answer");

            migrationBuilder.DropTable(
                name: "cases_hand_out");

            migrationBuilder.DropTable(
                name: "cases_handover_line");

            migrationBuilder.DropTable(
                name: "cases_handover_run");

            migrationBuilder.DropTable(
                name: "cases_hearing");

            migrationBuilder.DropTable(
                name: "cases_inquiry");

            migrationBuilder.DropTable(
                name: "cases_late_entry");

            migrationBuilder.DropTable(
                name: "cases_material");

            migrationBuilder.DropTable(
                name: "cases_material_mark");

            migrationBuilder.DropTable(
                name: "cases_material_version");

            migrationBuilder.DropTable(
                name: "cases_motion");

            migrationBuilder.DropTable(
                name: "cases_opinion");

            migrationBuilder.DropTable(
                name: "cases_opinion_phrase");

            migrationBuilder.DropTable(
                name: "cases_outside");

            migrationBuilder.DropTable(
                name: "cases_outside_import");

            migrationBuilder.DropTable(
                name: "cases_parcel");

            migrationBuilder.DropTable(
                name: "cases_payment_fact");

            migrationBuilder.DropTable(
                name: "cases_payment_line");

            migrationBuilder.DropTable(
                name: "cases_payment_reduction");

            migrationBuilder.DropTable(
                name: "cases_pledge");

            migrationBuilder.DropTable(
                name: "cases_pledge_wording");

            migrationBuilder.DropTable(
                name: "cases_suspension");

            migrationBuilder.DropTable(
                name: "cases_visit");

            migrationBuilder.DropTable(
                name: "catalog_basic_item");

            migrationBuilder.DropTable(
                name: "catalog_card");

            migrationBuilder.DropTable(
                name: "catalog_code");

            migrationBuilder.DropTable(
                name: "catalog_cross_region");

            migrationBuilder.DropTable(
                name: "catalog_drift");

            migrationBuilder.DropTable(
                name: "catalog_drift_run");

            migrationBuilder.DropTable(
                name: "catalog_import_fault");

            migrationBuilder.DropTable(
                name: "catalog_import_part");

            migrationBuilder.DropTable(
                name: "catalog_import_progress");

            migrationBuilder.DropTable(
                name: "catalog_import_row");

            migrationBuilder.DropTable(
                name: "catalog_import_run");

            migrationBuilder.DropTable(
                name: "catalog_in_force");

            migrationBuilder.DropTable(
                name: "catalog_item_version");

            migrationBuilder.DropTable(
                name: "catalog_offer");

            migrationBuilder.DropTable(
                name: "catalog_province_line");

            migrationBuilder.DropTable(
                name: "catalog_province_list");

            migrationBuilder.DropTable(
                name: "catalog_residency");

            migrationBuilder.DropTable(
                name: "catalog_stamp");

            migrationBuilder.DropTable(
                name: "catalog_theme");

            migrationBuilder.DropTable(
                name: "catalog_window_binding");

            migrationBuilder.DropTable(
                name: "county_switch");

            migrationBuilder.DropTable(
                name: "dated_code");

            migrationBuilder.DropTable(
                name: "dated_limit");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "export_record");

            migrationBuilder.DropTable(
                name: "figure_declared");

            migrationBuilder.DropTable(
                name: "hotline_appraisal_exclusion");

            migrationBuilder.DropTable(
                name: "hotline_appraisal_mark");

            migrationBuilder.DropTable(
                name: "hotline_appraisal_objection");

            migrationBuilder.DropTable(
                name: "hotline_appraisal_receipt");

            migrationBuilder.DropTable(
                name: "hotline_assist");

            migrationBuilder.DropTable(
                name: "hotline_bulletin_recipient");

            migrationBuilder.DropTable(
                name: "hotline_call_transfer");

            migrationBuilder.DropTable(
                name: "hotline_city_count");

            migrationBuilder.DropTable(
                name: "hotline_city_file");

            migrationBuilder.DropTable(
                name: "hotline_city_message");

            migrationBuilder.DropTable(
                name: "hotline_city_nonce");

            migrationBuilder.DropTable(
                name: "hotline_closure");

            migrationBuilder.DropTable(
                name: "hotline_contact_attempt");

            migrationBuilder.DropTable(
                name: "hotline_contact_channel");

            migrationBuilder.DropTable(
                name: "hotline_contact_person");

            migrationBuilder.DropTable(
                name: "hotline_coordination");

            migrationBuilder.DropTable(
                name: "hotline_coordination_duty");

            migrationBuilder.DropTable(
                name: "hotline_dated_service");

            migrationBuilder.DropTable(
                name: "hotline_dispatch");

            migrationBuilder.DropTable(
                name: "hotline_dispatch_rule");

            migrationBuilder.DropTable(
                name: "hotline_errand");

            migrationBuilder.DropTable(
                name: "hotline_extension");

            migrationBuilder.DropTable(
                name: "hotline_file");

            migrationBuilder.DropTable(
                name: "hotline_kpi_cell");

            migrationBuilder.DropTable(
                name: "hotline_kpi_counted");

            migrationBuilder.DropTable(
                name: "hotline_kpi_mark");

            migrationBuilder.DropTable(
                name: "hotline_open311_key");

            migrationBuilder.DropTable(
                name: "hotline_open311_request");

            migrationBuilder.DropTable(
                name: "hotline_open311_update");

            migrationBuilder.DropTable(
                name: "hotline_overdue_span");

            migrationBuilder.DropTable(
                name: "hotline_recheck_explanation");

            migrationBuilder.DropTable(
                name: "hotline_rehandling");

            migrationBuilder.DropTable(
                name: "hotline_reminder");

            migrationBuilder.DropTable(
                name: "hotline_reply");

            migrationBuilder.DropTable(
                name: "hotline_return");

            migrationBuilder.DropTable(
                name: "hotline_review");

            migrationBuilder.DropTable(
                name: "hotline_secondment_training");

            migrationBuilder.DropTable(
                name: "hotline_supplement");

            migrationBuilder.DropTable(
                name: "hotline_suspension");

            migrationBuilder.DropTable(
                name: "hotline_visit");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "journal_key");

            migrationBuilder.DropTable(
                name: "journal_seal");

            migrationBuilder.DropTable(
                name: "knowledge_article_item");

            migrationBuilder.DropTable(
                name: "knowledge_correction");

            migrationBuilder.DropTable(
                name: "knowledge_in_use");

            migrationBuilder.DropTable(
                name: "knowledge_recheck");

            migrationBuilder.DropTable(
                name: "knowledge_stamp");

            migrationBuilder.DropTable(
                name: "knowledge_unanswered");

            migrationBuilder.DropTable(
                name: "knowledge_use");

            migrationBuilder.DropTable(
                name: "knowledge_version");

            migrationBuilder.DropTable(
                name: "knowledge_vote");

            migrationBuilder.DropTable(
                name: "mandate");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "number_counter");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "organization_calendar_day");

            migrationBuilder.DropTable(
                name: "organization_division");

            migrationBuilder.DropTable(
                name: "organization_hours");

            migrationBuilder.DropTable(
                name: "organization_unit");

            migrationBuilder.DropTable(
                name: "organization_window");

            migrationBuilder.DropTable(
                name: "organization_window_seat");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "portal_absence");

            migrationBuilder.DropTable(
                name: "portal_standing_pair");

            migrationBuilder.DropTable(
                name: "portal_task_move");

            migrationBuilder.DropTable(
                name: "request_receipt");

            migrationBuilder.DropTable(
                name: "retention_rule");

            migrationBuilder.DropTable(
                name: "retention_run");

            migrationBuilder.DropTable(
                name: "sheet_import");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "task_item");

            migrationBuilder.DropTable(
                name: "wecom_app");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "cases_assistance_paper");

            migrationBuilder.DropTable(
                name: "cases_blank_batch");

            migrationBuilder.DropTable(
                name: "cases_day");

            migrationBuilder.DropTable(
                name: "cases_grievance");

            migrationBuilder.DropTable(
                name: "cases_handover");

            migrationBuilder.DropTable(
                name: "cases_handover_runs");

            migrationBuilder.DropTable(
                name: "cases_payment");

            migrationBuilder.DropTable(
                name: "cases_pledge_text");

            migrationBuilder.DropTable(
                name: "cases_case");

            migrationBuilder.DropTable(
                name: "catalog_item");

            migrationBuilder.DropTable(
                name: "code_book");

            migrationBuilder.DropTable(
                name: "limit_book");

            migrationBuilder.DropTable(
                name: "hotline_appraisal_line");

            migrationBuilder.DropTable(
                name: "hotline_bulletin");

            migrationBuilder.DropTable(
                name: "hotline_call");

            migrationBuilder.DropTable(
                name: "hotline_urgent_contact");

            migrationBuilder.DropTable(
                name: "hotline_contact_book");

            migrationBuilder.DropTable(
                name: "hotline_service_book");

            migrationBuilder.DropTable(
                name: "hotline_recheck");

            migrationBuilder.DropTable(
                name: "hotline_secondment");

            migrationBuilder.DropTable(
                name: "hotline_order");

            migrationBuilder.DropTable(
                name: "knowledge_article");

            migrationBuilder.DropTable(
                name: "organization_calendar");

            migrationBuilder.DropTable(
                name: "organization_timetable");

            migrationBuilder.DropTable(
                name: "cases_assistance");

            migrationBuilder.DropTable(
                name: "hotline_appraisal");
        }
    }
}
