// Made from api/openapi.json by `npm run api:types`; changes here are lost.
export interface paths {
    "/api/v1/allocations/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one allocation back; the money is credit again */
        post: operations["post_allocations_by_id_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas in your reach */
        get: operations["get_areas"];
        put?: never;
        /** Add an area */
        post: operations["post_areas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an area */
        patch: operations["patch_areas_by_id"];
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything staff and the system changed, newest first */
        get: operations["get_audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose a new password; ends the other sessions */
        put: operations["put_auth_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password by a link */
        post: operations["post_auth_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own language or look */
        patch: operations["patch_auth_profile"];
        trace?: never;
    };
    "/api/v1/auth/profile/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own photo */
        get: operations["get_auth_profile_photo"];
        /** Set the own photo: multipart with one picture, 10 MB at most */
        put: operations["put_auth_profile_photo"];
        post?: never;
        /** Take the own photo away */
        delete: operations["delete_auth_profile_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, and what he may do */
        get: operations["get_auth_session"];
        put?: never;
        /** Log in; sets the session cookie */
        post: operations["post_auth_session"];
        /** Log out */
        delete: operations["delete_auth_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session/reauthentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the own password again, for what needs it fresh */
        post: operations["post_auth_session_reauthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own live sessions */
        get: operations["get_auth_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["delete_auth_sessions_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own API tokens */
        get: operations["get_auth_tokens"];
        put?: never;
        /** Issue a personal API token; its secret is shown this once */
        post: operations["post_auth_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an own API token */
        delete: operations["delete_auth_tokens_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a client code, PPPoE login, static address, telephone number or national identity is still free */
        get: operations["get_availability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Months with what was billed for them and what became of it, newest first */
        get: operations["get_billing_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One month branch by branch */
        get: operations["get_billing_months_by_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-months/{month}/unbilled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients with something still to bill up to the end of a month */
        get: operations["get_billing_months_by_month_unbilled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-months/{month}/unbilled/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many clients have something still to bill, counted up to 10000 */
        get: operations["get_billing_months_by_month_unbilled_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Billing policies: how part cycles, changes and delays are charged */
        get: operations["get_billing_policies"];
        put?: never;
        /** Add a billing policy */
        post: operations["post_billing_policies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a billing policy for everything billed from now on */
        patch: operations["patch_billing_policies_by_id"];
        trace?: never;
    };
    "/api/v1/billing-policies/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it the policy of new lines */
        post: operations["post_billing_policies_by_id_default"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches in your reach */
        get: operations["get_branches"];
        put?: never;
        /** Open a branch */
        post: operations["post_branches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a branch */
        patch: operations["patch_branches_by_id"];
        trace?: never;
    };
    "/api/v1/branding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, colour and logo of the company */
        get: operations["get_branding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branding/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo of the company */
        get: operations["get_branding_logo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bulk jobs, newest first */
        get: operations["get_bulk_jobs"];
        put?: never;
        /** Ask for a change of many clients; its preview says what each would become, and nothing is changed yet */
        post: operations["post_bulk_jobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bulk job and how far it is */
        get: operations["get_bulk_jobs_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a job after the item it is at; what is done stays */
        post: operations["post_bulk_jobs_by_id_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each client of a job would become or became, and who cannot and why */
        get: operations["get_bulk_jobs_by_id_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}/items.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outcome of each item as a file */
        get: operations["get_bulk_jobs_by_id_items.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what the preview found ready; a stopped job goes on */
        post: operations["post_bulk_jobs_by_id_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/{id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepare the way back of what a job has done: another job, with its own preview, to be started like any other */
        post: operations["post_bulk_jobs_by_id_undoing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-jobs/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be done to many clients at once, and whether you may */
        get: operations["get_bulk_jobs_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an add-on end on a day, its billed days after it given back; a one-time charge is taken away before it is billed */
        post: operations["post_charges_by_id_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/end/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the end of a charge gives back, without ending it */
        post: operations["post_charges_by_id_end_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of clients to choose from */
        get: operations["get_client_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients with their lines and balances */
        get: operations["get_clients"];
        put?: never;
        /** Register a client, with his first line where one is given */
        post: operations["post_clients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One client: who, what he owes, his lines, and what may be done */
        get: operations["get_clients_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a client */
        patch: operations["patch_clients_by_id"];
        trace?: never;
    };
    "/api/v1/clients/{id}/balance/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a client owes what he owes */
        get: operations["get_clients_by_id_balance_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client is charged for, newest first */
        get: operations["get_clients_by_id_charges"];
        put?: never;
        /** Add a recurring add-on or a one-time charge; the next bill carries it */
        post: operations["post_clients_by_id_charges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete a client who has no documents */
        post: operations["post_clients_by_id_deletion"];
        /** Bring a deleted client back */
        delete: operations["delete_clients_by_id_deletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client’s deposit: what is held, and how it moved, newest first */
        get: operations["get_clients_by_id_deposits"];
        put?: never;
        /** Take a deposit */
        post: operations["post_clients_by_id_deposits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/deposits/offset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay what is open from the deposit */
        post: operations["post_clients_by_id_deposits_offset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/deposits/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a deposit back, or a part of it */
        post: operations["post_clients_by_id_deposits_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a discount on an open invoice; beyond what your role gives alone it waits for another person */
        post: operations["post_clients_by_id_discounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents kept with a client */
        get: operations["get_clients_by_id_documents"];
        put?: never;
        /** Keep a document: multipart with the fields kind and title, then the file (picture or PDF, 10 MB at most) */
        post: operations["post_clients_by_id_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a document away */
        delete: operations["delete_clients_by_id_documents_by_document_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/documents/{document_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a document */
        get: operations["get_clients_by_id_documents_by_document_id_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/nid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The national identity number in full; needs a fresh password, and each look is audited */
        get: operations["get_clients_by_id_nid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/nid/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that you have compared the card with the number */
        post: operations["post_clients_by_id_nid_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes on a client, newest first */
        get: operations["get_clients_by_id_notes"];
        put?: never;
        /** Write a note on a client */
        post: operations["post_clients_by_id_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/notes/{note_id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin a note to the top of the page */
        post: operations["post_clients_by_id_notes_by_note_id_pin"];
        /** Unpin a note */
        delete: operations["delete_clients_by_id_notes_by_note_id_pin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/opening-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a client owes (+) or has to the good (-) by other books */
        post: operations["post_clients_by_id_opening_balance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of a client */
        get: operations["get_clients_by_id_photo"];
        /** Set the photo of a client: multipart with one picture, 10 MB at most */
        put: operations["put_clients_by_id_photo"];
        post?: never;
        /** Take the photo of a client away */
        delete: operations["delete_clients_by_id_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client’s account: documents and payments in order, with the running balance */
        get: operations["get_clients_by_id_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client’s account as PDF; this month where no days are given */
        get: operations["get_clients_by_id_statement.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a client and what was written about him, newest first */
        get: operations["get_clients_by_id_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/vip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a client as to be treated with care */
        post: operations["post_clients_by_id_vip"];
        /** Take away the mark: to be treated with care */
        delete: operations["delete_clients_by_id_vip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/whitelisting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a client as never to be suspended for money */
        post: operations["post_clients_by_id_whitelisting"];
        /** Take away the mark: never to be suspended for money */
        delete: operations["delete_clients_by_id_whitelisting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many clients match, counted up to 10000 */
        get: operations["get_clients_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many clients and lines each package, branch, area or reseller has */
        get: operations["get_clients_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes, newest first */
        get: operations["get_credit_notes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credit note with its lines */
        get: operations["get_credit_notes_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-notes/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credit note as PDF; where invoices come as Mushak-6.3 it comes as Mushak-6.7 */
        get: operations["get_credit_notes_by_id_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fields of the company on clients and lines */
        get: operations["get_custom_fields"];
        put?: never;
        /** Add a field to clients or lines */
        post: operations["post_custom_fields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a field, change its choices, or retire it */
        patch: operations["patch_custom_fields_by_id"];
        trace?: never;
    };
    "/api/v1/deposits/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a deposit taken or given back as PDF */
        get: operations["get_deposits_by_id_receipt.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discount-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Discounts that waited or wait for another person, newest first */
        get: operations["get_discount_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discount-requests/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject a discount somebody else asked for */
        post: operations["post_discount_requests_by_id_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts in use, or the upazilas in use of one district */
        get: operations["get_districts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/districts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Districts and upazilas in use, and how many clients live there */
        get: operations["get_districts_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/districts/renames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct how a district, or an upazila of one, is written on every client */
        post: operations["post_districts_renames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctor/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the self-check of the books found, newest first */
        get: operations["get_doctor_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctor/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the books now, in the background; the outcome appears among the results */
        post: operations["post_doctor_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the logo of printed documents: multipart with a JPEG, PNG or WebP picture, 2 MB at most */
        put: operations["put_documents_logo"];
        post?: never;
        /** Print documents without a logo */
        delete: operations["delete_documents_logo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as it changes
         * @description Server-sent events. `ready` comes first, with `{ is_stale }`: true where something may have been missed, so that all must be asked for again. `change` names what has changed, as `{ topic, ids }`, of the things the person may see: invoice_runs, doctor_results, imports, bulk_jobs, exports, company, session. What it has become is read from its own address. A browser that comes again with Last-Event-ID is told what it missed.
         */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your exports, newest first */
        get: operations["get_exports"];
        put?: never;
        /** Ask for a list as a file: exactly the rows the list shows you */
        post: operations["post_exports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export and how far it is */
        get: operations["get_exports_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an export */
        post: operations["post_exports_by_id_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file */
        get: operations["get_exports_by_id_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists that can be exported, with their columns */
        get: operations["get_exports_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["get_imports"];
        put?: never;
        /**
         * Send a CSV or XLSX file; answers its columns, first rows and what they seem to mean
         * @description multipart/form-data with the file; a CSV file is in UTF-8, separated by comma, semicolon or tab.
         */
        post: operations["post_imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import and how far it is */
        get: operations["get_imports_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what is done stays */
        post: operations["post_imports_by_id_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/failed-rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that were not imported, to correct and send again */
        get: operations["get_imports_by_id_failed_rows.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what the columns mean, and check every row */
        put: operations["put_imports_by_id_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of an import with their errors; secrets are struck out */
        get: operations["get_imports_by_id_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the rows that are ready; a stopped import goes on */
        post: operations["post_imports_by_id_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts, newest first */
        get: operations["get_invoice_drafts"];
        put?: never;
        /** Write a draft */
        post: operations["post_invoice_drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft */
        get: operations["get_invoice_drafts_by_id"];
        /** Replace the lines of a draft */
        put: operations["put_invoice_drafts_by_id"];
        post?: never;
        /** Throw a draft away */
        delete: operations["delete_invoice_drafts_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-drafts/{id}/finalization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the draft an invoice */
        post: operations["post_invoice_drafts_by_id_finalization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-drafts/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What lines written by hand come to as an invoice, without writing anything */
        post: operations["post_invoice_drafts_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Month runs, newest first */
        get: operations["get_invoice_runs"];
        put?: never;
        /** Preview a month: all clients, or those of branches, areas, routers, resellers or a list */
        post: operations["post_invoice_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with its progress and what may be done with it */
        get: operations["get_invoice_runs_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run after its present chunk; what is issued stays */
        post: operations["post_invoice_runs_by_id_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The preview client by client, with the difference to the last cycle */
        get: operations["get_invoice_runs_by_id_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages to clients about the invoices of a run, newest invoice first */
        get: operations["get_invoice_runs_by_id_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients a run could not bill, with the reason, and by which invoice they were billed since */
        get: operations["get_invoice_runs_by_id_parked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a run that differs much from the last cycle, by typing its total */
        post: operations["post_invoice_runs_by_id_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a run go on that stopped by an error */
        post: operations["post_invoice_runs_by_id_resumption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview a run of those this one parked and who have no bill yet */
        post: operations["post_invoice_runs_by_id_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-runs/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bill what the preview showed */
        post: operations["post_invoice_runs_by_id_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices, newest first */
        get: operations["get_invoices"];
        put?: never;
        /** Bill one client for everything due up to the end of a month */
        post: operations["post_invoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with its lines, payments and corrections */
        get: operations["get_invoices_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lower an invoice by a credit note, over all lines or line by line */
        post: operations["post_invoices_by_id_credit_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an invoice comes to its total, and what became of it */
        get: operations["get_invoices_by_id_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/lines/{n}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a line of an invoice costs what it costs */
        get: operations["get_invoices_by_id_lines_by_n_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice as PDF */
        get: operations["get_invoices_by_id_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void an invoice nothing was paid of; its periods can be billed again */
        post: operations["post_invoices_by_id_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up an open amount as a bad debt */
        post: operations["post_invoices_by_id_write_offs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bill of one client up to the end of a month, without issuing it */
        post: operations["post_invoices_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of accounts */
        get: operations["get_ledger_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account day by day with its balance; this month where no days are given */
        get: operations["get_ledger_accounts_by_id_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the journal with their postings, newest day first */
        get: operations["get_ledger_entries"];
        put?: never;
        /** Post an entry by hand */
        post: operations["post_ledger_entries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with its postings */
        get: operations["get_ledger_entries_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an entry made by hand back */
        post: operations["post_ledger_entries_by_id_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounting months, newest first, open or closed */
        get: operations["get_ledger_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/months/{month}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a past month; refused while the self-check of the books is red */
        post: operations["post_ledger_months_by_month_closing"];
        /** Open a closed month again */
        delete: operations["delete_ledger_months_by_month_closing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums of every account up to a day */
        get: operations["get_ledger_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue by code, each package with the version in force and the next one */
        get: operations["get_packages"];
        put?: never;
        /** Add a package with its first version */
        post: operations["post_packages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One package */
        get: operations["get_packages_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a package, or take it on or off sale */
        patch: operations["patch_packages_by_id"];
        trace?: never;
    };
    "/api/v1/packages/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a new line of this package is billed first, and each cycle after */
        get: operations["get_packages_by_id_quote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a package, newest first */
        get: operations["get_packages_by_id_versions"];
        put?: never;
        /** Publish a version of a package from a day on, for new sales or for the lines already sold too */
        post: operations["post_packages_by_id_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/bulk-edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the prices of several packages from a day on; with preview nothing is written */
        post: operations["post_packages_bulk_edits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first */
        get: operations["get_payments"];
        put?: never;
        /** Take a payment */
        post: operations["post_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with what it paid, what was given back, and what may be done with it */
        get: operations["get_payments_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay invoices with what is left of a payment */
        post: operations["post_payments_by_id_allocations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose unknown money is */
        post: operations["post_payments_by_id_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/match/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree with a match somebody else proposed, or refuse it */
        post: operations["post_payments_by_id_match_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The money receipt as PDF */
        get: operations["get_payments_by_id_receipt.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give money back */
        post: operations["post_payments_by_id_refunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payment back whole: a mistake, a bounced cheque, a chargeback */
        post: operations["post_payments_by_id_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of permissions */
        get: operations["get_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment a receipt belongs to */
        get: operations["get_receipts_by_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds, newest first */
        get: operations["get_refunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many clients there are in each state */
        get: operations["get_reports_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that came in: today, this month, and last month to the same day
         * @description By the day a payment counts from. Payments taken back, credit of other books and deposits turned into credit are left out.
         */
        get: operations["get_reports_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/collections/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of what you took yourself */
        get: operations["get_reports_collections_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients owe, by how long it has been due */
        get: operations["get_reports_dues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients who joined and left in each of the last twelve months, the present one last */
        get: operations["get_reports_growth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resellers in your reach */
        get: operations["get_resellers"];
        put?: never;
        /** Add a reseller */
        post: operations["post_resellers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a reseller */
        patch: operations["patch_resellers_by_id"];
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and what they allow: the matrix */
        get: operations["get_roles"];
        put?: never;
        /** Add a role */
        post: operations["post_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an own role that nobody has */
        delete: operations["delete_roles_by_id"];
        options?: never;
        head?: never;
        /** Rename an own role */
        patch: operations["patch_roles_by_id"];
        trace?: never;
    };
    "/api/v1/roles/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a role allows; its people log in again */
        put: operations["put_roles_by_id_permissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Views of a list: the built-in ones, those of everybody, and your own */
        get: operations["get_saved_views"];
        put?: never;
        /** Keep a filter under a name */
        post: operations["post_saved_views"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a view */
        delete: operations["delete_saved_views_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find anything by a part of its name, number or address; whole keys come first */
        get: operations["get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All settings with their values, defaults and help */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change some settings together */
        patch: operations["patch_settings"];
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation waits for its set-up */
        get: operations["get_setup"];
        put?: never;
        /** Set the company up, with the token printed in the terminal; logs the administrator in */
        post: operations["post_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for a connection, newest first */
        get: operations["get_signup_requests"];
        put?: never;
        /** Ask for a connection; open to everybody, a few times an hour */
        post: operations["post_signup_requests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup-requests/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register the client who asked */
        post: operations["post_signup_requests_by_id_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signup-requests/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn a request down */
        post: operations["post_signup_requests_by_id_rejection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines in the order they were sold */
        get: operations["get_subscriptions"];
        put?: never;
        /** Add a line to a client */
        post: operations["post_subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line: its terms, why it has service or not, and what may be done */
        get: operations["get_subscriptions_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the technical facts of a line */
        patch: operations["patch_subscriptions_by_id"];
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/access/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a line has service, or has none */
        get: operations["get_subscriptions_by_id_access_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a pending line into service */
        post: operations["post_subscriptions_by_id_activation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/expiry/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a line is paid up to the day it is */
        get: operations["get_subscriptions_by_id_expiry_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a line for good with its final bill */
        post: operations["post_subscriptions_by_id_leaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/leaving/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The final bill, without leaving */
        post: operations["post_subscriptions_by_id_leaving_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/package-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the package of a line */
        post: operations["post_subscriptions_by_id_package_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/package-changes/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The exact effect of a package change, without making it */
        post: operations["post_subscriptions_by_id_package_changes_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a line; paused days are not charged where the policy says so */
        post: operations["post_subscriptions_by_id_pauses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/pauses/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a pause gives back, without pausing */
        post: operations["post_subscriptions_by_id_pauses_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/pppoe-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PPPoE password; needs a fresh password of yours, and each look is audited */
        get: operations["get_subscriptions_by_id_pppoe_password"];
        /** Set or take away the PPPoE password */
        put: operations["put_subscriptions_by_id_pppoe_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payment and renew a prepaid line with it */
        post: operations["post_subscriptions_by_id_renewals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/renewals/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a renewal costs and covers, without renewing */
        post: operations["post_subscriptions_by_id_renewals_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a line that left into use again; its history resumes */
        post: operations["post_subscriptions_by_id_reopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the pause of a line */
        post: operations["post_subscriptions_by_id_resumption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/resumption/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the end of a pause gives back, without ending it */
        post: operations["post_subscriptions_by_id_resumption_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the service of a line away for a reason of the staff */
        post: operations["post_subscriptions_by_id_suspension"];
        /** Give service back: clears the reasons of the staff, or the one that is named */
        delete: operations["delete_subscriptions_by_id_suspension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Own price or standing discount of a line from a day on; days already billed stay as they are */
        post: operations["post_subscriptions_by_id_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Unknown money that waits for its client, newest first */
        get: operations["get_suspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags in use, 200 at most */
        get: operations["get_tags"];
        put?: never;
        /** Add a tag to choose from */
        post: operations["post_tags"];
        /** Take a tag off every client */
        delete: operations["delete_tags"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tag, and how many clients have it */
        get: operations["get_tags_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/renames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename a tag on every client; the name of another tag makes the two one */
        post: operations["post_tags_renames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of staff in your reach, by user name */
        get: operations["get_users"];
        put?: never;
        /** Create an account; its person sets the password by the link */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account, and what you may do with it */
        get: operations["get_users_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account; a new role or reach ends its sessions */
        patch: operations["patch_users_by_id"];
        trace?: never;
    };
    "/api/v1/users/{id}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Disable an account and end its sessions */
        put: operations["put_users_by_id_disablement"];
        post?: never;
        /** Let a disabled account in again */
        delete: operations["delete_users_by_id_disablement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/login-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When and from where a person logged in, or tried to */
        get: operations["get_users_by_id_login_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link by which the person sets a new password */
        post: operations["post_users_by_id_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grants and denials beside the role; a denial wins */
        put: operations["put_users_by_id_permissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of a person of the staff */
        get: operations["get_users_by_id_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is logged in */
        get: operations["get_users_by_id_sessions"];
        put?: never;
        post?: never;
        /** End all sessions of a person */
        delete: operations["delete_users_by_id_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vat-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** VAT rates with what they were and will be */
        get: operations["get_vat_rates"];
        put?: never;
        /** Add a VAT rate */
        post: operations["post_vat_rates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vat-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a VAT rate */
        patch: operations["patch_vat_rates_by_id"];
        trace?: never;
    };
    "/api/v1/vat-rates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a VAT rate from a day on */
        post: operations["post_vat_rates_by_id_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for you to look at; only what there is, and what you may decide on */
        get: operations["get_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money sent between wallets you may see, newest first */
        get: operations["get_wallet_transfers"];
        put?: never;
        /** Send money from one wallet to another, where it waits to be accepted */
        post: operations["post_wallet_transfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet-transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer, how it ended or how you may end it */
        get: operations["get_wallet_transfers_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet-transfers/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what was sent; what is missing or too much goes to short and over */
        post: operations["post_wallet_transfers_by_id_acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet-transfers/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what you sent before it is accepted */
        post: operations["post_wallet_transfers_by_id_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallet-transfers/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send back what was sent to you */
        post: operations["post_wallet_transfers_by_id_rejection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wallets you may see, with what is in them */
        get: operations["get_wallets"];
        put?: never;
        /** Open a wallet */
        post: operations["post_wallets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One wallet with what is in it */
        get: operations["get_wallets_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a wallet, or close it when it is empty */
        patch: operations["patch_wallets_by_id"];
        trace?: never;
    };
    "/api/v1/wallets/{id}/day-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A drawer’s day: what it began with, took, gave and ends with */
        get: operations["get_wallets_by_id_day_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{id}/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wallets you may send money to from this one */
        get: operations["get_wallets_by_id_destinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{id}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over all that a drawer holds, with the cash counted */
        post: operations["post_wallets_by_id_hand_overs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went into a wallet and out of it, newest first */
        get: operations["get_wallets_by_id_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{id}/opening-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the wallet held before the books began here */
        post: operations["post_wallets_by_id_opening_balance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long work that runs in the background or ended within the last minutes, as far as you may see it */
        get: operations["get_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can serve */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem document */
        Problem: {
            code: string;
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
            request_id: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    post_allocations_by_id_reversal: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        freed_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_areas: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            branch_id: number | null;
                            colour: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            parent_id: number | null;
                            polygon: [
                                number,
                                number
                            ][] | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_areas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: an area of every branch */
                    branch_id?: number | null;
                    /** @default #3b82f6 */
                    colour?: string;
                    name: string;
                    parent_id?: number | null;
                    /**
                     * @description A ring of [longitude, latitude]
                     * @default null
                     */
                    polygon?: [
                        number,
                        number
                    ][] | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_id: number | null;
                        colour: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        polygon: [
                            number,
                            number
                        ][] | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_areas_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_id?: number | null;
                    colour?: string;
                    is_active?: boolean;
                    name?: string;
                    parent_id?: number | null;
                    polygon?: [
                        number,
                        number
                    ][] | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_id: number | null;
                        colour: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        polygon: [
                            number,
                            number
                        ][] | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_events: {
        parameters: {
            query?: {
                /** @description An action, or a family of actions ending in a dot: `invoice.` */
                action?: string;
                actor_id?: number;
                /** @description Only events that changed this member, e.g. a setting */
                changed?: string;
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                from?: string;
                limit?: number;
                subject_id?: number;
                subject_type?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor_id: number | null;
                            /** @enum {string} */
                            actor_kind: "user" | "token" | "system";
                            actor_name: string;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            client_id: number | null;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            request_id: string | null;
                            subject_id: number | null;
                            subject_type: string;
                            user_agent: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_auth_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    new_password: string;
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_auth_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            photo_file_id: number | null;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_profile_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_auth_profile_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_profile_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            photo_file_id: number | null;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            photo_file_id: number | null;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_session_reauthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            is_current: boolean;
                            /** Format: date-time */
                            last_seen_at: string;
                            user_agent: string | null;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_sessions_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            expires_at: string | null;
                            /** Format: int64 */
                            id: number;
                            last_used_at: string | null;
                            name: string;
                            prefix: string;
                            scopes: string[];
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expires_at?: string | null;
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        /** Format: int64 */
                        id: number;
                        last_used_at: string | null;
                        name: string;
                        prefix: string;
                        scopes: string[];
                        secret: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_tokens_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_availability: {
        parameters: {
            query?: {
                client_code?: string;
                nid?: string;
                phone?: string;
                pppoe_login?: string;
                static_ip?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client_code?: {
                            is_free: boolean;
                            is_valid: boolean;
                        };
                        nid?: {
                            is_free: boolean;
                            is_valid: boolean;
                        };
                        phone?: {
                            is_free: boolean;
                            is_valid: boolean;
                        };
                        pppoe_login?: {
                            is_free: boolean;
                            is_valid: boolean;
                        };
                        static_ip?: {
                            is_free: boolean;
                            is_valid: boolean;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billing_months: {
        parameters: {
            query?: {
                branch_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            billed_minor: number;
                            /**
                             * Format: int64
                             * @description Money set against these invoices, whenever it came
                             */
                            collected_minor: number;
                            /** Format: int64 */
                            credit_notes: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credited_minor: number;
                            /**
                             * Format: int64
                             * @description Without voided ones and without opening balances
                             */
                            invoices: number;
                            month: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            open_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            voided_minor: number;
                            /** Format: int64 */
                            voids: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            written_off_minor: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billing_months_by_month: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        billed_minor: number;
                        /**
                         * Format: int64
                         * @description Money set against these invoices, whenever it came
                         */
                        collected_minor: number;
                        /** Format: int64 */
                        credit_notes: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                        /**
                         * Format: int64
                         * @description Without voided ones and without opening balances
                         */
                        invoices: number;
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            billed_minor: number;
                            /** Format: int64 */
                            branch_id: number;
                            branch_name: string;
                            /**
                             * Format: int64
                             * @description Money set against these invoices, whenever it came
                             */
                            collected_minor: number;
                            /** Format: int64 */
                            credit_notes: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credited_minor: number;
                            /**
                             * Format: int64
                             * @description Without voided ones and without opening balances
                             */
                            invoices: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            open_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            voided_minor: number;
                            /** Format: int64 */
                            voids: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            written_off_minor: number;
                        }[];
                        month: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        open_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        voided_minor: number;
                        /** Format: int64 */
                        voids: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        written_off_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billing_months_by_month_unbilled: {
        parameters: {
            query?: {
                branch_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            branch_id: number;
                            branch_name: string;
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            items: string[];
                            parked_detail: string | null;
                            /** @description Why a run of the month could not bill him */
                            parked_reason: string | null;
                            parked_title: string | null;
                            /**
                             * Format: date
                             * @description The first day nothing is billed of
                             */
                            since: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billing_months_by_month_unbilled_count: {
        parameters: {
            query?: {
                branch_id?: number;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description None where the count is capped */
                        branches: {
                            /** Format: int64 */
                            branch_id: number;
                            count: number;
                        }[];
                        count: number;
                        /** @description true: there are more than the count says */
                        is_capped: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_billing_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            change_refund: "credit" | "none";
                            charge_while_paused: boolean;
                            charge_while_suspended: boolean;
                            code: string;
                            due_days: number;
                            /** @enum {string} */
                            first_period: "prorate" | "full" | "free";
                            grace_days: number;
                            /** Format: int64 */
                            id: number;
                            is_default: boolean;
                            late_fee_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            late_fee_minor: number;
                            /** @enum {string} */
                            late_renewal: "from_payment" | "from_expiry";
                            name: string;
                            /** @enum {string} */
                            package_change: "now" | "full_new_cycle" | "cycle_end";
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            package_change_fee_minor: number;
                            /** @enum {string} */
                            prepaid_change: "value" | "days";
                            /** @enum {string} */
                            proration: "actual_days" | "fixed_30" | "none";
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_billing_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default credit
                     * @enum {string}
                     */
                    change_refund?: "credit" | "none";
                    /** @default false */
                    charge_while_paused?: boolean;
                    /** @default true */
                    charge_while_suspended?: boolean;
                    code: string;
                    /** @default 10 */
                    due_days?: number;
                    /**
                     * @default prorate
                     * @enum {string}
                     */
                    first_period?: "prorate" | "full" | "free";
                    /** @default 3 */
                    grace_days?: number;
                    /** @default 0 */
                    late_fee_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    late_fee_minor?: number;
                    /**
                     * @default from_payment
                     * @enum {string}
                     */
                    late_renewal?: "from_payment" | "from_expiry";
                    name: string;
                    /**
                     * @default now
                     * @enum {string}
                     */
                    package_change?: "now" | "full_new_cycle" | "cycle_end";
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    package_change_fee_minor?: number;
                    /**
                     * @default value
                     * @enum {string}
                     */
                    prepaid_change?: "value" | "days";
                    /**
                     * @default actual_days
                     * @enum {string}
                     */
                    proration?: "actual_days" | "fixed_30" | "none";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        change_refund: "credit" | "none";
                        charge_while_paused: boolean;
                        charge_while_suspended: boolean;
                        code: string;
                        due_days: number;
                        /** @enum {string} */
                        first_period: "prorate" | "full" | "free";
                        grace_days: number;
                        /** Format: int64 */
                        id: number;
                        is_default: boolean;
                        late_fee_bp: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        late_fee_minor: number;
                        /** @enum {string} */
                        late_renewal: "from_payment" | "from_expiry";
                        name: string;
                        /** @enum {string} */
                        package_change: "now" | "full_new_cycle" | "cycle_end";
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        package_change_fee_minor: number;
                        /** @enum {string} */
                        prepaid_change: "value" | "days";
                        /** @enum {string} */
                        proration: "actual_days" | "fixed_30" | "none";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_billing_policies_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    change_refund?: "credit" | "none";
                    charge_while_paused?: boolean;
                    charge_while_suspended?: boolean;
                    code?: string;
                    due_days?: number;
                    /** @enum {string} */
                    first_period?: "prorate" | "full" | "free";
                    grace_days?: number;
                    late_fee_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    late_fee_minor?: number;
                    /** @enum {string} */
                    late_renewal?: "from_payment" | "from_expiry";
                    name?: string;
                    /** @enum {string} */
                    package_change?: "now" | "full_new_cycle" | "cycle_end";
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    package_change_fee_minor?: number;
                    /** @enum {string} */
                    prepaid_change?: "value" | "days";
                    /** @enum {string} */
                    proration?: "actual_days" | "fixed_30" | "none";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        change_refund: "credit" | "none";
                        charge_while_paused: boolean;
                        charge_while_suspended: boolean;
                        code: string;
                        due_days: number;
                        /** @enum {string} */
                        first_period: "prorate" | "full" | "free";
                        grace_days: number;
                        /** Format: int64 */
                        id: number;
                        is_default: boolean;
                        late_fee_bp: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        late_fee_minor: number;
                        /** @enum {string} */
                        late_renewal: "from_payment" | "from_expiry";
                        name: string;
                        /** @enum {string} */
                        package_change: "now" | "full_new_cycle" | "cycle_end";
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        package_change_fee_minor: number;
                        /** @enum {string} */
                        prepaid_change: "value" | "days";
                        /** @enum {string} */
                        proration: "actual_days" | "fixed_30" | "none";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_billing_policies_by_id_default: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        change_refund: "credit" | "none";
                        charge_while_paused: boolean;
                        charge_while_suspended: boolean;
                        code: string;
                        due_days: number;
                        /** @enum {string} */
                        first_period: "prorate" | "full" | "free";
                        grace_days: number;
                        /** Format: int64 */
                        id: number;
                        is_default: boolean;
                        late_fee_bp: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        late_fee_minor: number;
                        /** @enum {string} */
                        late_renewal: "from_payment" | "from_expiry";
                        name: string;
                        /** @enum {string} */
                        package_change: "now" | "full_new_cycle" | "cycle_end";
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        package_change_fee_minor: number;
                        /** @enum {string} */
                        prepaid_change: "value" | "days";
                        /** @enum {string} */
                        proration: "actual_days" | "fixed_30" | "none";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_branches: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            phone: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_branches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    address?: string;
                    code: string;
                    name: string;
                    /** @default  */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_branches_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    code?: string;
                    is_active?: boolean;
                    name?: string;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_branding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As #rrggbb */
                        colour: string | null;
                        /** @description The address of the picture; another one after a change */
                        logo: string | null;
                        name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_branding_logo: {
        parameters: {
            query?: {
                /** @description Keeps browsers from showing an earlier one */
                v?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description image/png */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_jobs: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                            allowed: {
                                cancel: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                start: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                undo: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            counts: {
                                done?: number;
                                failed?: number;
                                ready?: number;
                                refused?: number;
                                unchanged?: number;
                                waiting?: number;
                            };
                            /** Format: date-time */
                            created_at: string;
                            created_by: number | null;
                            created_by_name: string | null;
                            /**
                             * Format: int64
                             * @description The same of what they have paid in advance
                             */
                            credit_minor: number;
                            error: string | null;
                            finished_at: string | null;
                            /** Format: int64 */
                            id: number;
                            params: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: int64
                             * @description What clients would owe more (+) or less (-); once started, what they do
                             */
                            receivable_minor: number;
                            selection: {
                                client_ids?: number[];
                                except_ids?: number[];
                                filter: {
                                    [key: string]: string;
                                };
                            };
                            started_at: string | null;
                            /** @enum {string} */
                            state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                            /** @description The job this one takes back */
                            undoes_id: number | null;
                            /** @description The job that takes this one back */
                            undone_by_id: number | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_bulk_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: {
                        /** @enum {string} */
                        action: "change_package";
                        /**
                         * @description Instead of the way of the billing policy
                         * @enum {string}
                         */
                        how?: "now" | "full_new_cycle" | "cycle_end";
                        /**
                         * @description The standing discount holds for the new package too; own prices always end
                         * @default false
                         */
                        keeps_discount?: boolean;
                        /**
                         * Format: date
                         * @description First day of the new package; the day it is done where left out
                         */
                        on?: string;
                        /** Format: int64 */
                        package_id: number;
                        /** @default  */
                        reason?: string;
                    } | {
                        /** @enum {string} */
                        action: "set_area";
                        /** @description null takes the area away */
                        area_id: number | null;
                    } | {
                        /** @enum {string} */
                        action: "set_branch";
                        /** Format: int64 */
                        branch_id: number;
                    } | {
                        /** @enum {string} */
                        action: "change_tags";
                        /** @description false takes them away */
                        is_added: boolean;
                        tags: string[];
                    } | {
                        /** @enum {string} */
                        action: "set_policy";
                        /** Format: int64 */
                        billing_policy_id: number;
                    } | {
                        /** @enum {string} */
                        action: "suspend";
                        /** @default  */
                        note?: string;
                        /**
                         * @default manual
                         * @enum {string}
                         */
                        reason?: "manual" | "abuse" | "kyc";
                        /** @description First day of service again */
                        until?: string | null;
                    } | {
                        /** @enum {string} */
                        action: "lift_suspension";
                    } | {
                        /** @enum {string} */
                        action: "set_flag";
                        /** @enum {string} */
                        flag: "vip" | "whitelist";
                        is_set: boolean;
                        /** @default  */
                        reason?: string;
                        /** @description The last day it holds */
                        until?: string | null;
                    } | {
                        /** @enum {string} */
                        action: "bill";
                        /** @description The month it is done in where left out */
                        month?: string;
                    } | {
                        /** @enum {string} */
                        action: "send_bill";
                    } | {
                        /** @enum {string} */
                        action: "mark_left";
                        /**
                         * Format: date
                         * @description The first day without service; the day it is done where left out
                         */
                        on?: string;
                        /** @default  */
                        reason?: string;
                    } | {
                        /** @enum {string} */
                        action: "delete";
                        /** @default  */
                        reason?: string;
                    };
                    /** @description All clients of a filter, less some, or clients one by one */
                    selection: {
                        /** @description These and no others; the filter then says which of their lines */
                        client_ids?: number[];
                        except_ids?: number[];
                        /**
                         * @description The query of the list of clients
                         * @default {}
                         */
                        filter?: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            undo: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        counts: {
                            done?: number;
                            failed?: number;
                            ready?: number;
                            refused?: number;
                            unchanged?: number;
                            waiting?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        created_by_name: string | null;
                        /**
                         * Format: int64
                         * @description The same of what they have paid in advance
                         */
                        credit_minor: number;
                        error: string | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        params: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: int64
                         * @description What clients would owe more (+) or less (-); once started, what they do
                         */
                        receivable_minor: number;
                        selection: {
                            client_ids?: number[];
                            except_ids?: number[];
                            filter: {
                                [key: string]: string;
                            };
                        };
                        started_at: string | null;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        /** @description The job this one takes back */
                        undoes_id: number | null;
                        /** @description The job that takes this one back */
                        undone_by_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_jobs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            undo: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        counts: {
                            done?: number;
                            failed?: number;
                            ready?: number;
                            refused?: number;
                            unchanged?: number;
                            waiting?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        created_by_name: string | null;
                        /**
                         * Format: int64
                         * @description The same of what they have paid in advance
                         */
                        credit_minor: number;
                        error: string | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        params: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: int64
                         * @description What clients would owe more (+) or less (-); once started, what they do
                         */
                        receivable_minor: number;
                        selection: {
                            client_ids?: number[];
                            except_ids?: number[];
                            filter: {
                                [key: string]: string;
                            };
                        };
                        started_at: string | null;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        /** @description The job this one takes back */
                        undoes_id: number | null;
                        /** @description The job that takes this one back */
                        undone_by_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_bulk_jobs_by_id_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            undo: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        counts: {
                            done?: number;
                            failed?: number;
                            ready?: number;
                            refused?: number;
                            unchanged?: number;
                            waiting?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        created_by_name: string | null;
                        /**
                         * Format: int64
                         * @description The same of what they have paid in advance
                         */
                        credit_minor: number;
                        error: string | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        params: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: int64
                         * @description What clients would owe more (+) or less (-); once started, what they do
                         */
                        receivable_minor: number;
                        selection: {
                            client_ids?: number[];
                            except_ids?: number[];
                            filter: {
                                [key: string]: string;
                            };
                        };
                        started_at: string | null;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        /** @description The job this one takes back */
                        undoes_id: number | null;
                        /** @description The job that takes this one back */
                        undone_by_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_jobs_by_id_items: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "waiting" | "ready" | "unchanged" | "refused" | "done" | "failed";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /** @description Sentences in the language of the person who asks */
                            errors: {
                                field: string;
                                message: string;
                            }[];
                            facts: {
                                from: string | null;
                                to: string | null;
                                /** @enum {string} */
                                what: "package" | "starts_on" | "own_price" | "discount" | "area" | "branch" | "tags" | "billing_policy" | "state" | "vip" | "whitelist" | "left_on" | "final_bill" | "given_back" | "deleted" | "invoice" | "message";
                            }[];
                            item_no: number;
                            /** @description The PPPoE login or the name of the line */
                            line: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                            /** @enum {string} */
                            state: "waiting" | "ready" | "unchanged" | "refused" | "done" | "failed";
                            subscription_id: number | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_bulk_jobs_by_id_items.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_bulk_jobs_by_id_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many items you have seen ready */
                    ready: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            undo: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        counts: {
                            done?: number;
                            failed?: number;
                            ready?: number;
                            refused?: number;
                            unchanged?: number;
                            waiting?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        created_by_name: string | null;
                        /**
                         * Format: int64
                         * @description The same of what they have paid in advance
                         */
                        credit_minor: number;
                        error: string | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        params: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: int64
                         * @description What clients would owe more (+) or less (-); once started, what they do
                         */
                        receivable_minor: number;
                        selection: {
                            client_ids?: number[];
                            except_ids?: number[];
                            filter: {
                                [key: string]: string;
                            };
                        };
                        started_at: string | null;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        /** @description The job this one takes back */
                        undoes_id: number | null;
                        /** @description The job that takes this one back */
                        undone_by_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_bulk_jobs_by_id_undoing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            undo: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        counts: {
                            done?: number;
                            failed?: number;
                            ready?: number;
                            refused?: number;
                            unchanged?: number;
                            waiting?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        created_by_name: string | null;
                        /**
                         * Format: int64
                         * @description The same of what they have paid in advance
                         */
                        credit_minor: number;
                        error: string | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        params: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: int64
                         * @description What clients would owe more (+) or less (-); once started, what they do
                         */
                        receivable_minor: number;
                        selection: {
                            client_ids?: number[];
                            except_ids?: number[];
                            filter: {
                                [key: string]: string;
                            };
                        };
                        started_at: string | null;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        /** @description The job this one takes back */
                        undoes_id: number | null;
                        /** @description The job that takes this one back */
                        undone_by_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_jobs_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            action: "change_package" | "set_area" | "set_branch" | "change_tags" | "set_policy" | "suspend" | "lift_suspension" | "set_flag" | "bill" | "send_bill" | "mark_left" | "delete";
                            allowed: {
                                request: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            is_undoable: boolean;
                            /** @enum {string} */
                            permission: "client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view";
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_charges_by_id_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day it is no longer charged; today where left out
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_charges_by_id_end_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The first day it is no longer charged; today where left out
                     */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_client_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients: {
        parameters: {
            query?: {
                area_id?: number;
                branch_id?: number;
                connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                /** @description The next_cursor of the page before */
                cursor?: string;
                /** @description true: deleted clients instead of the others */
                deleted?: boolean;
                expires_from?: string;
                expires_to?: string;
                /** @description Prepaid cover ends in at most so many days from today; what has ended is not meant */
                expires_within?: number;
                has_router?: boolean;
                joined_from?: string;
                joined_to?: string;
                /** @description All his lines have left, the last of them on this day or later */
                left_from?: string;
                left_to?: string;
                limit?: number;
                /** @description Something he owes fell due at least so many days ago; 1 = all that is overdue */
                overdue_days?: number;
                owes?: boolean;
                /** @description Owes so much or more */
                owes_from?: number;
                package_id?: number;
                /** @description A part of code, name, telephone, e-mail, PPPoE login or MAC */
                q?: string;
                reseller_id?: number;
                router_id?: number;
                /** @description A leading minus turns the order round */
                sort?: "id" | "code" | "name" | "joined_on" | "expires_on" | "balance" | "-id" | "-code" | "-name" | "-joined_on" | "-expires_on" | "-balance";
                /** @description A client has one of his live lines in this state; left = all his lines have left */
                state?: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                tag?: string;
                vip?: boolean;
                whitelist?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            area_id: number | null;
                            area_name: string | null;
                            /** Format: int64 */
                            branch_id: number;
                            branch_name: string;
                            client_type: string;
                            code: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            deleted_at: string | null;
                            district: string;
                            /** @description When the oldest of what he owes fell or falls due */
                            due_on: string | null;
                            email: string;
                            /** Format: int64 */
                            id: number;
                            is_vip: boolean;
                            is_whitelisted: boolean;
                            /** Format: date */
                            joined_on: string;
                            /** @enum {string} */
                            kind: "person" | "company";
                            lines: {
                                activated_on: string | null;
                                anchor_day: number;
                                /** @enum {string} */
                                billing_mode: "postpaid" | "prepaid";
                                /** @enum {string} */
                                connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                                custom: {
                                    [key: string]: string | number | boolean;
                                };
                                expires_on: string | null;
                                /** Format: int64 */
                                id: number;
                                label: string;
                                mac: string | null;
                                onu_mac: string | null;
                                onu_model: string;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                pppoe_login: string | null;
                                router_id: number | null;
                                /** @enum {string} */
                                state: "pending" | "active" | "suspended" | "expired" | "left";
                                static_ip: string | null;
                            }[];
                            name: string;
                            phone: string;
                            phone_alternative: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                            reseller_id: number | null;
                            reseller_name: string | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                            tags: string[];
                            upazila: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    address?: string;
                    area_id?: number | null;
                    /** Format: int64 */
                    branch_id: number;
                    /** @default home */
                    client_type?: string;
                    /** @description Made by the pattern where not given */
                    code?: string;
                    /** @default {} */
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @default  */
                    district?: string;
                    /** @default  */
                    email?: "" | string;
                    /** @default null */
                    gender?: ("female" | "male" | "other") | null;
                    /** @default false */
                    is_vat_exempt?: boolean;
                    /** Format: date */
                    joined_on?: string;
                    /**
                     * @default person
                     * @enum {string}
                     */
                    kind?: "person" | "company";
                    /** @default null */
                    latitude?: number | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "bn";
                    /** @default null */
                    longitude?: number | null;
                    name: string;
                    /**
                     * @description National identity number; stored sealed, shown masked
                     * @default null
                     */
                    nid?: string | null;
                    phone: string;
                    /** @default  */
                    phone_alternative?: string;
                    reseller_id?: number | null;
                    subscription?: {
                        /** @description In service since that day; null = pending */
                        activated_on?: string | null;
                        /** @default  */
                        address?: string;
                        /** @default 1 */
                        anchor_day?: number;
                        /** @default true */
                        auto_control?: boolean;
                        /** @default true */
                        auto_renew?: boolean;
                        /**
                         * @default postpaid
                         * @enum {string}
                         */
                        billing_mode?: "postpaid" | "prepaid";
                        /**
                         * Format: int64
                         * @description The default policy where not said
                         */
                        billing_policy_id?: number;
                        /**
                         * @default pppoe
                         * @enum {string}
                         */
                        connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** @default {} */
                        custom?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @default 0 */
                        discount_bp?: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        discount_minor?: number;
                        /** @default  */
                        discount_reason?: string;
                        /** Format: date */
                        joined_on?: string;
                        /** @default  */
                        label?: string;
                        /** @default null */
                        mac?: string | null;
                        /**
                         * @default fibre
                         * @enum {string}
                         */
                        medium?: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id?: number | null;
                        /** @default null */
                        onu_mac?: string | null;
                        /** @default  */
                        onu_model?: string;
                        /** Format: int64 */
                        package_id: number;
                        /** @default null */
                        pppoe_login?: string | null;
                        /** @default null */
                        pppoe_password?: string | null;
                        price_override_minor?: number | null;
                        router_id?: number | null;
                        /** @default null */
                        static_ip?: string | null;
                    };
                    /** @default [] */
                    tags?: string[];
                    /** @default  */
                    upazila?: string;
                    vat_rate_id?: number | null;
                    /** @default  */
                    vat_registration?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_clients_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    area_id?: number | null;
                    /** Format: int64 */
                    branch_id?: number;
                    client_type?: string;
                    code?: string;
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    district?: string;
                    email?: "" | string;
                    gender?: ("female" | "male" | "other") | null;
                    is_vat_exempt?: boolean;
                    /** Format: date */
                    joined_on?: string;
                    /** @enum {string} */
                    kind?: "person" | "company";
                    latitude?: number | null;
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    longitude?: number | null;
                    name?: string;
                    nid?: string | null;
                    phone?: string;
                    phone_alternative?: string;
                    reseller_id?: number | null;
                    tags?: string[];
                    upazila?: string;
                    vat_rate_id?: number | null;
                    vat_registration?: string;
                    /** @description The version you have seen; a newer one answers 409 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_balance_explanation: {
        parameters: {
            query?: {
                /** @description The reader’s own language where not said */
                locale?: "en" | "bn";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        balance_minor: number;
                        /** Format: int64 */
                        client_id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credit_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        receivable_minor: number;
                        steps: {
                            figures: {
                                [key: string]: number | string;
                            };
                            refs: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                type: string;
                            }[];
                            /** @description A sentence to read out */
                            text: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_charges: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: {
                                end: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /** Format: date */
                            billed_until: string;
                            /** Format: int64 */
                            client_id: number;
                            description: string;
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            item: "package" | "addon" | "installation" | "equipment" | "late_fee" | "change_fee" | "other";
                            /** @enum {string} */
                            kind: "recurring" | "one_time" | "usage";
                            quantity_milli: number;
                            /** Format: date */
                            starts_on: string;
                            subscription_id: number | null;
                            unit_price_minor: number | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_charges: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    /** Format: date */
                    ends_on?: string;
                    /** @enum {string} */
                    item: "addon" | "installation" | "equipment" | "other";
                    /** @enum {string} */
                    kind: "recurring" | "one_time";
                    /** @default 1000 */
                    quantity_milli?: number;
                    /** Format: date */
                    starts_on?: string;
                    /** Format: int64 */
                    subscription_id?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    unit_price_minor: number;
                    /** @default false */
                    vat_inclusive?: boolean;
                    /** Format: int64 */
                    vat_rate_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            end: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: date */
                        billed_until: string;
                        /** Format: int64 */
                        client_id: number;
                        description: string;
                        ends_on: string | null;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        item: "package" | "addon" | "installation" | "equipment" | "late_fee" | "change_fee" | "other";
                        /** @enum {string} */
                        kind: "recurring" | "one_time" | "usage";
                        quantity_milli: number;
                        /** Format: date */
                        starts_on: string;
                        subscription_id: number | null;
                        unit_price_minor: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_deposits: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        held_minor: number;
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "taken" | "returned" | "offset" | "restored";
                            payment_id: number | null;
                            reason: string;
                            /** @description Of money taken or returned; printed by /deposits/{id}/receipt.pdf */
                            receipt_code: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by: number | null;
                            recorded_by_name: string | null;
                            wallet_id: number | null;
                            wallet_name: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_deposits: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    /** @enum {string} */
                    method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online";
                    /** @default  */
                    reason?: string;
                    /** Format: int64 */
                    wallet_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        held_minor: number;
                        id: number | null;
                        payment_id: number | null;
                        receipt_code: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_deposits_offset: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        held_minor: number;
                        id: number | null;
                        payment_id: number | null;
                        receipt_code: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_deposits_return: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    reason: string;
                    /** Format: int64 */
                    wallet_id: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        held_minor: number;
                        id: number | null;
                        payment_id: number | null;
                        receipt_code: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_discounts: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    /** Format: int64 */
                    invoice_id: number;
                    /**
                     * @default discount
                     * @enum {string}
                     */
                    kind?: "discount" | "waiver";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string | null;
                        credit_note_id: number | null;
                        request_id: number | null;
                        /** @enum {string} */
                        state: "given" | "waiting";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            content_type: string;
                            /** Format: date-time */
                            created_at: string;
                            created_by: number | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "nid_front" | "nid_back" | "photo" | "contract" | "other";
                            name: string;
                            /** Format: int64 */
                            size_bytes: number;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_documents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content_type: string;
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "nid_front" | "nid_back" | "photo" | "contract" | "other";
                        name: string;
                        /** Format: int64 */
                        size_bytes: number;
                        title: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_documents_by_document_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_documents_by_document_id_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_nid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nid: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_nid_verification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_notes: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            author: string | null;
                            body: string;
                            /** Format: int64 */
                            client_id: number;
                            /** Format: date-time */
                            created_at: string;
                            created_by: number | null;
                            /** Format: int64 */
                            id: number;
                            is_pinned: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @default false */
                    is_pinned?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author: string | null;
                        body: string;
                        /** Format: int64 */
                        client_id: number;
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        /** Format: int64 */
                        id: number;
                        is_pinned: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_notes_by_note_id_pin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                note_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author: string | null;
                        body: string;
                        /** Format: int64 */
                        client_id: number;
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        /** Format: int64 */
                        id: number;
                        is_pinned: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_notes_by_note_id_pin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                note_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author: string | null;
                        body: string;
                        /** Format: int64 */
                        client_id: number;
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        /** Format: int64 */
                        id: number;
                        is_pinned: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_opening_balance: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    reason: string;
                    /** Format: date */
                    value_on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoice_id: number | null;
                        payment_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_clients_by_id_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_statement: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                from?: string;
                limit?: number;
                locale?: "en" | "bn";
                to?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        client_id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        closing_balance_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credit_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        debit_minor: number;
                        from: string | null;
                        items: {
                            /**
                             * Format: int64
                             * @description The account after it; positive = the client owes
                             */
                            balance_minor: number;
                            /** Format: date */
                            booked_on: string;
                            code: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            debit_minor: number;
                            description: string;
                            /** Format: int64 */
                            document_id: number;
                            /** Format: int64 */
                            entry_id: number;
                            invoice_code: string | null;
                            /** @description invoice, credit_note, void, write_off, payment, payment_reversal, refund, ... */
                            kind: string;
                            method: string | null;
                            reason: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                            /** @description The day a payment counts from, where it was entered later */
                            value_on: string | null;
                        }[];
                        next_cursor: string | null;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        opening_balance_minor: number;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_clients_by_id_statement.pdf": {
        parameters: {
            query?: {
                from?: string;
                locale?: "en" | "bn";
                to?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_by_id_timeline: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            event: {
                                action: string;
                                actor_id: number | null;
                                /** @enum {string} */
                                actor_kind: "user" | "token" | "system";
                                actor_name: string;
                                after: {
                                    [key: string]: unknown;
                                } | null;
                                before: {
                                    [key: string]: unknown;
                                } | null;
                                subject_id: number | null;
                                subject_type: string;
                            } | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "event" | "note";
                            note: {
                                author: string | null;
                                body: string;
                                /** Format: int64 */
                                client_id: number;
                                /** Format: date-time */
                                created_at: string;
                                created_by: number | null;
                                /** Format: int64 */
                                id: number;
                                is_pinned: boolean;
                            } | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_vip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                    /** @description The last day it holds */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_vip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_clients_by_id_whitelisting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                    /** @description The last day it holds */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_clients_by_id_whitelisting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_count: {
        parameters: {
            query?: {
                area_id?: number;
                branch_id?: number;
                connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                /** @description true: deleted clients instead of the others */
                deleted?: boolean;
                expires_from?: string;
                expires_to?: string;
                /** @description Prepaid cover ends in at most so many days from today; what has ended is not meant */
                expires_within?: number;
                has_router?: boolean;
                joined_from?: string;
                joined_to?: string;
                /** @description All his lines have left, the last of them on this day or later */
                left_from?: string;
                left_to?: string;
                /** @description Something he owes fell due at least so many days ago; 1 = all that is overdue */
                overdue_days?: number;
                owes?: boolean;
                /** @description Owes so much or more */
                owes_from?: number;
                package_id?: number;
                /** @description A part of code, name, telephone, e-mail, PPPoE login or MAC */
                q?: string;
                reseller_id?: number;
                router_id?: number;
                /** @description A client has one of his live lines in this state; left = all his lines have left */
                state?: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                tag?: string;
                vip?: boolean;
                whitelist?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        /** @description true: there are more than the count says */
                        is_capped: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_clients_counts: {
        parameters: {
            query: {
                by: "package" | "branch" | "area" | "reseller";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            active_lines: number;
                            clients: number;
                            /** Format: int64 */
                            id: number;
                            lines: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credit_notes: {
        parameters: {
            query?: {
                branch_id?: number;
                client_id?: number;
                code?: string;
                /** @description The next_cursor of the page before */
                cursor?: string;
                issued_from?: string;
                issued_to?: string;
                kind?: "correction" | "discount" | "waiver" | "package_change" | "pause" | "left" | "outage";
                limit?: number;
                /** @description The month of the invoice it corrects */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            approved_by: number | null;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            code: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            /** Format: int64 */
                            id: number;
                            invoice_code: string;
                            /** Format: int64 */
                            invoice_id: number;
                            /** Format: date */
                            issued_on: string;
                            kind: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            reason: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credit_notes_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved_by: number | null;
                        approved_by_name: string | null;
                        buyer: {
                            address: string;
                            code?: string;
                            email?: string;
                            name: string;
                            phone: string;
                            vat_registration: string;
                        };
                        client_code: string;
                        /** Format: int64 */
                        client_id: number;
                        client_name: string;
                        code: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        discount_minor: number;
                        /** Format: int64 */
                        id: number;
                        invoice_code: string;
                        /** Format: int64 */
                        invoice_id: number;
                        /** Format: date-time */
                        issued_at: string;
                        issued_by_name: string | null;
                        /** Format: date */
                        issued_on: string;
                        kind: string;
                        lines: {
                            description: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            ends_on: string | null;
                            explain: {
                                [key: string]: unknown;
                            };
                            invoice_line_no: number;
                            item: string;
                            line_no: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            /** @description The days given back, where it is about days */
                            starts_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            vat_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        net_minor: number;
                        reason: string;
                        seller: {
                            address: string;
                            code?: string;
                            email?: string;
                            name: string;
                            phone: string;
                            vat_registration: string;
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        vat_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_credit_notes_by_id_pdf: {
        parameters: {
            query?: {
                locale?: "en" | "bn";
                template?: "standard" | "mushak-6.7";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_custom_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            choices: string[];
                            /** @enum {string} */
                            entity: "client" | "subscription";
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                            /** @enum {string} */
                            type: "text" | "number" | "date" | "boolean" | "choice";
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_custom_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    choices?: string[];
                    /** @enum {string} */
                    entity: "client" | "subscription";
                    /** @default false */
                    is_required?: boolean;
                    key: string;
                    label_bn: string;
                    label_en: string;
                    /** @enum {string} */
                    type: "text" | "number" | "date" | "boolean" | "choice";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: string[];
                        /** @enum {string} */
                        entity: "client" | "subscription";
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        is_required: boolean;
                        key: string;
                        label_bn: string;
                        label_en: string;
                        /** @enum {string} */
                        type: "text" | "number" | "date" | "boolean" | "choice";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_custom_fields_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    choices?: string[];
                    is_active?: boolean;
                    is_required?: boolean;
                    label_bn?: string;
                    label_en?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: string[];
                        /** @enum {string} */
                        entity: "client" | "subscription";
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        is_required: boolean;
                        key: string;
                        label_bn: string;
                        label_en: string;
                        /** @enum {string} */
                        type: "text" | "number" | "date" | "boolean" | "choice";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_deposits_by_id_receipt.pdf": {
        parameters: {
            query?: {
                locale?: "en" | "bn";
                paper?: "a4" | "a5" | "80mm";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_discount_requests: {
        parameters: {
            query?: {
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "waiting" | "approved" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: {
                                decide: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            credit_note_id: number | null;
                            decided_at: string | null;
                            decided_by: number | null;
                            decided_by_name: string | null;
                            decision_note: string;
                            /** Format: int64 */
                            id: number;
                            invoice_code: string;
                            /** Format: int64 */
                            invoice_id: number;
                            /** @enum {string} */
                            kind: "discount" | "waiver";
                            reason: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: number | null;
                            requested_by_name: string | null;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "rejected";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_discount_requests_by_id_decision: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    is_approved: boolean;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        credit_note_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_districts: {
        parameters: {
            query?: {
                district?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_districts_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            clients: number;
                            district: string;
                            upazila: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_districts_renames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    district: string;
                    name: string;
                    /** @default null */
                    upazila?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Clients that were changed */
                        clients: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_doctor_results: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            finished_at: string;
                            /** Format: int64 */
                            id: number;
                            is_ok: boolean;
                            /** @enum {string} */
                            occasion: "nightly" | "request" | "month_close" | "command";
                            requested_by: number | null;
                            results: {
                                id: string;
                                ms: number;
                                ok: boolean;
                                /** @description The first offending rows; only for people of the whole company */
                                rows: {
                                    [key: string]: unknown;
                                }[];
                                /** @enum {string} */
                                severity: "error" | "warning";
                                title: string;
                            }[];
                            /** Format: date-time */
                            started_at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_doctor_runs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default recent
                     * @enum {string}
                     */
                    seals?: "all" | "recent";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False: a check already waits or runs */
                        is_new: boolean;
                        job_run_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_documents_logo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_documents_logo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; the data of each is one JSON document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exports: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            columns: string[];
                            /** Format: date-time */
                            created_at: string;
                            error: string | null;
                            file_name: string;
                            filter: {
                                [key: string]: unknown;
                            };
                            finished_at: string | null;
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "pdf";
                            has_file: boolean;
                            /** Format: int64 */
                            id: number;
                            list: string;
                            /**
                             * Format: int64
                             * @description Rows written so far
                             */
                            row_count: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_exports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description All of them where none is named
                     * @default []
                     */
                    columns?: string[];
                    /**
                     * @description The list's own query
                     * @default {}
                     */
                    filter?: {
                        [key: string]: string | number | boolean;
                    };
                    /**
                     * @default csv
                     * @enum {string}
                     */
                    format?: "csv" | "xlsx" | "pdf";
                    /** @enum {string} */
                    list: "clients" | "subscriptions" | "invoices" | "credit_notes" | "payments" | "ledger_entries" | "wallet_transfers" | "audit_events" | "packages" | "run_items" | "invoices_pdf";
                    /**
                     * @description Of PDF files only
                     * @default {}
                     */
                    options?: {
                        /** @enum {string} */
                        locale?: "en" | "bn";
                        /**
                         * @default a4
                         * @enum {string}
                         */
                        paper?: "a4" | "80mm";
                        /** @enum {string} */
                        template?: "standard" | "mushak-6.3";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        /** Format: date-time */
                        created_at: string;
                        error: string | null;
                        file_name: string;
                        filter: {
                            [key: string]: unknown;
                        };
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "pdf";
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        list: string;
                        /**
                         * Format: int64
                         * @description Rows written so far
                         */
                        row_count: number;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed" | "cancelled";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exports_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        /** Format: date-time */
                        created_at: string;
                        error: string | null;
                        file_name: string;
                        filter: {
                            [key: string]: unknown;
                        };
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "pdf";
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        list: string;
                        /**
                         * Format: int64
                         * @description Rows written so far
                         */
                        row_count: number;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed" | "cancelled";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_exports_by_id_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        /** Format: date-time */
                        created_at: string;
                        error: string | null;
                        file_name: string;
                        filter: {
                            [key: string]: unknown;
                        };
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx" | "pdf";
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        list: string;
                        /**
                         * Format: int64
                         * @description Rows written so far
                         */
                        row_count: number;
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed" | "cancelled";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exports_by_id_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file as an attachment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exports_lists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            columns: {
                                key: string;
                                label_bn: string;
                                label_en: string;
                            }[];
                            list: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_imports: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            columns: string[];
                            counts: {
                                done?: number;
                                failed?: number;
                                invalid?: number;
                                ready?: number;
                                skipped?: number;
                            };
                            /** Format: date-time */
                            created_at: string;
                            created_by: number | null;
                            error: string | null;
                            /** @description What a column can mean */
                            fields: {
                                is_required: boolean;
                                key: string;
                                label_bn: string;
                                label_en: string;
                            }[];
                            file_name: string;
                            finished_at: string | null;
                            /** @enum {string} */
                            format: "csv" | "xlsx";
                            /** @description false: the file is no longer kept */
                            has_file: boolean;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "clients" | "packages" | "payments";
                            /** @description Field by the head of its column */
                            mapping: {
                                [key: string]: string;
                            };
                            /** @description What was said to hold for all rows; empty before */
                            options: {
                                [key: string]: unknown;
                            };
                            row_count: number;
                            /** @description The row of the file up to which it is done */
                            rows_done: number;
                            /** @description The first rows */
                            sample: string[][];
                            /** @enum {string} */
                            state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                            suggested_mapping: {
                                [key: string]: string;
                            };
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_imports: {
        parameters: {
            query?: {
                kind?: "clients" | "packages" | "payments";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            done?: number;
                            failed?: number;
                            invalid?: number;
                            ready?: number;
                            skipped?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        error: string | null;
                        /** @description What a column can mean */
                        fields: {
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                        }[];
                        file_name: string;
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** @description false: the file is no longer kept */
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "clients" | "packages" | "payments";
                        /** @description Field by the head of its column */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description What was said to hold for all rows; empty before */
                        options: {
                            [key: string]: unknown;
                        };
                        row_count: number;
                        /** @description The row of the file up to which it is done */
                        rows_done: number;
                        /** @description The first rows */
                        sample: string[][];
                        /** @enum {string} */
                        state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        suggested_mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_imports_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            done?: number;
                            failed?: number;
                            invalid?: number;
                            ready?: number;
                            skipped?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        error: string | null;
                        /** @description What a column can mean */
                        fields: {
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                        }[];
                        file_name: string;
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** @description false: the file is no longer kept */
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "clients" | "packages" | "payments";
                        /** @description Field by the head of its column */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description What was said to hold for all rows; empty before */
                        options: {
                            [key: string]: unknown;
                        };
                        row_count: number;
                        /** @description The row of the file up to which it is done */
                        rows_done: number;
                        /** @description The first rows */
                        sample: string[][];
                        /** @enum {string} */
                        state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        suggested_mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_imports_by_id_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            done?: number;
                            failed?: number;
                            invalid?: number;
                            ready?: number;
                            skipped?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        error: string | null;
                        /** @description What a column can mean */
                        fields: {
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                        }[];
                        file_name: string;
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** @description false: the file is no longer kept */
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "clients" | "packages" | "payments";
                        /** @description Field by the head of its column */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description What was said to hold for all rows; empty before */
                        options: {
                            [key: string]: unknown;
                        };
                        row_count: number;
                        /** @description The row of the file up to which it is done */
                        rows_done: number;
                        /** @description The first rows */
                        sample: string[][];
                        /** @enum {string} */
                        state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        suggested_mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_imports_by_id_failed_rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_imports_by_id_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    options?: {
                        /** @default 1 */
                        anchor_day?: number;
                        /**
                         * @default postpaid
                         * @enum {string}
                         */
                        billing_mode?: "postpaid" | "prepaid";
                        /**
                         * Format: int64
                         * @description Branch of clients whose row names none
                         */
                        branch_id?: number;
                        /**
                         * @description How 03/04/2026 is read; YYYY-MM-DD is always understood
                         * @default dmy
                         * @enum {string}
                         */
                        date_format?: "dmy" | "mdy" | "ymd";
                        /**
                         * Format: date
                         * @description Joining day of clients whose row has none; today where not said
                         */
                        joined_on?: string;
                        /**
                         * @description Method of payments whose row has none
                         * @enum {string}
                         */
                        method?: "cash" | "bank" | "bkash" | "nagad" | "card" | "online";
                        /**
                         * Format: int64
                         * @description Package of lines whose row names none
                         */
                        package_id?: number;
                        /**
                         * @description Noted with own prices, suspensions and opening balances
                         * @default Imported
                         */
                        reason?: string;
                        /**
                         * Format: date
                         * @description From when lines are billed here, and from when prices of packages hold; the first of this month where not said
                         */
                        starts_on?: string;
                        /**
                         * Format: int64
                         * @description Where imported payments were received
                         */
                        wallet_id?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            done?: number;
                            failed?: number;
                            invalid?: number;
                            ready?: number;
                            skipped?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        error: string | null;
                        /** @description What a column can mean */
                        fields: {
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                        }[];
                        file_name: string;
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** @description false: the file is no longer kept */
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "clients" | "packages" | "payments";
                        /** @description Field by the head of its column */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description What was said to hold for all rows; empty before */
                        options: {
                            [key: string]: unknown;
                        };
                        row_count: number;
                        /** @description The row of the file up to which it is done */
                        rows_done: number;
                        /** @description The first rows */
                        sample: string[][];
                        /** @enum {string} */
                        state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        suggested_mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_imports_by_id_rows: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "ready" | "invalid" | "done" | "skipped" | "failed";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            cells: string[];
                            entity_id: number | null;
                            /** @description Whole sentences in the language of the person who asks */
                            errors: {
                                field: string;
                                message: string;
                            }[];
                            row_no: number;
                            /** @enum {string} */
                            state: "ready" | "invalid" | "done" | "skipped" | "failed";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_imports_by_id_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        counts: {
                            done?: number;
                            failed?: number;
                            invalid?: number;
                            ready?: number;
                            skipped?: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        created_by: number | null;
                        error: string | null;
                        /** @description What a column can mean */
                        fields: {
                            is_required: boolean;
                            key: string;
                            label_bn: string;
                            label_en: string;
                        }[];
                        file_name: string;
                        finished_at: string | null;
                        /** @enum {string} */
                        format: "csv" | "xlsx";
                        /** @description false: the file is no longer kept */
                        has_file: boolean;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "clients" | "packages" | "payments";
                        /** @description Field by the head of its column */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description What was said to hold for all rows; empty before */
                        options: {
                            [key: string]: unknown;
                        };
                        row_count: number;
                        /** @description The row of the file up to which it is done */
                        rows_done: number;
                        /** @description The first rows */
                        sample: string[][];
                        /** @enum {string} */
                        state: "uploaded" | "previewing" | "previewed" | "queued" | "running" | "done" | "failed" | "cancelled";
                        suggested_mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_drafts: {
        parameters: {
            query?: {
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description true: those that are no invoice yet; false: the others */
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            /** Format: date-time */
                            created_at: string;
                            created_by_name: string | null;
                            /** Format: int64 */
                            id: number;
                            invoice_code: string | null;
                            invoice_id: number | null;
                            lines: {
                                description: string;
                                /** @enum {string} */
                                item: "installation" | "equipment" | "other";
                                /** @default 1000 */
                                quantity_milli: number;
                                unit_price_minor: number;
                                /** @default false */
                                vat_inclusive: boolean;
                                /** @default null */
                                vat_rate_id: number | null;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    client_id: number;
                    lines: {
                        description: string;
                        /** @enum {string} */
                        item: "installation" | "equipment" | "other";
                        /** @default 1000 */
                        quantity_milli?: number;
                        unit_price_minor: number;
                        /** @default false */
                        vat_inclusive?: boolean;
                        /** @default null */
                        vat_rate_id?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_drafts_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        client_code: string;
                        /** Format: int64 */
                        client_id: number;
                        client_name: string;
                        /** Format: date-time */
                        created_at: string;
                        created_by_name: string | null;
                        /** Format: int64 */
                        id: number;
                        invoice_code: string | null;
                        invoice_id: number | null;
                        lines: {
                            description: string;
                            /** @enum {string} */
                            item: "installation" | "equipment" | "other";
                            /** @default 1000 */
                            quantity_milli: number;
                            unit_price_minor: number;
                            /** @default false */
                            vat_inclusive: boolean;
                            /** @default null */
                            vat_rate_id: number | null;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_invoice_drafts_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        description: string;
                        /** @enum {string} */
                        item: "installation" | "equipment" | "other";
                        /** @default 1000 */
                        quantity_milli?: number;
                        unit_price_minor: number;
                        /** @default false */
                        vat_inclusive?: boolean;
                        /** @default null */
                        vat_rate_id?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_invoice_drafts_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_drafts_by_id_finalization: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_drafts_quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    client_id: number;
                    lines: {
                        description: string;
                        /** @enum {string} */
                        item: "installation" | "equipment" | "other";
                        /** @default 1000 */
                        quantity_milli?: number;
                        unit_price_minor: number;
                        /** @default false */
                        vat_inclusive?: boolean;
                        /** @default null */
                        vat_rate_id?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        lines: {
                            description: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            /** Format: date */
                            ends_on: string;
                            item: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            /** Format: date */
                            starts_on: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        vat_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_runs: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The bills of the preview by how they differ from the last cycle */
                            changes: {
                                [key: string]: {
                                    count: number;
                                    previous_minor: number;
                                    total_minor: number;
                                };
                            };
                            /** Format: date-time */
                            created_at: string;
                            difference_bp: number | null;
                            error: string | null;
                            expected_count: number | null;
                            expected_total_minor: number | null;
                            finished_at: string | null;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            issued_count: number;
                            /** Format: date */
                            issued_on: string;
                            /** Format: int64 */
                            issued_total_minor: number;
                            /** Format: date */
                            month: string;
                            /** Format: int64 */
                            parked_count: number;
                            /** @description How far the preview is */
                            previewed_bp: number | null;
                            previous_count: number | null;
                            previous_total_minor: number | null;
                            release_after: string | null;
                            released_by: number | null;
                            requested_by: number | null;
                            scope: {
                                [key: string]: number[];
                            };
                            started_at: string | null;
                            starts_itself: boolean;
                            /** @enum {string} */
                            state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    area_ids?: number[];
                    branch_ids?: number[];
                    /** @description The same as client_ids, for a list from paper */
                    client_codes?: string[];
                    client_ids?: number[];
                    /** Format: date */
                    issued_on?: string;
                    month: string;
                    reseller_ids?: number[];
                    router_ids?: number[];
                    /**
                     * @description Go on by itself when it differs little from the last cycle
                     * @default false
                     */
                    start?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_runs_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            release: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            retry_parked: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            start: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        /** @description Beyond this share of the last cycle a second person must release the run */
                        difference_limit_bp: number;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        released_by_name: string | null;
                        requested_by: number | null;
                        requested_by_name: string | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                        /** @description Parked and not billed for the month since; counted up to 1000 */
                        still_parked: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs_by_id_cancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_runs_by_id_items: {
        parameters: {
            query?: {
                change?: "new" | "same" | "higher" | "lower" | "gone";
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Higher or lower than last time by at least this share of it */
                min_change_percent?: number;
                /** @description -difference leaves out what did not change */
                sort?: "client" | "-difference";
                state?: "would_issue" | "nothing_due" | "parked";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            change: string | null;
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            previous_minor: number;
                            reason: string | null;
                            reason_title: string | null;
                            state: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_runs_by_id_notices: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string | null;
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            invoice_code: string;
                            /** Format: int64 */
                            invoice_id: number;
                            state: ("queued" | "sent" | "failed" | "cancelled") | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoice_runs_by_id_parked: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            detail: string;
                            invoice_code: string | null;
                            invoice_id: number | null;
                            reason: string;
                            reason_title: string;
                            /** @description Billed for the month after all */
                            resolved_at: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs_by_id_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    expected_total_minor: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs_by_id_resumption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs_by_id_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoice_runs_by_id_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The bills of the preview by how they differ from the last cycle */
                        changes: {
                            [key: string]: {
                                count: number;
                                previous_minor: number;
                                total_minor: number;
                            };
                        };
                        /** Format: date-time */
                        created_at: string;
                        difference_bp: number | null;
                        error: string | null;
                        expected_count: number | null;
                        expected_total_minor: number | null;
                        finished_at: string | null;
                        /** Format: int64 */
                        id: number;
                        /** Format: int64 */
                        issued_count: number;
                        /** Format: date */
                        issued_on: string;
                        /** Format: int64 */
                        issued_total_minor: number;
                        /** Format: date */
                        month: string;
                        /** Format: int64 */
                        parked_count: number;
                        /** @description How far the preview is */
                        previewed_bp: number | null;
                        previous_count: number | null;
                        previous_total_minor: number | null;
                        release_after: string | null;
                        released_by: number | null;
                        requested_by: number | null;
                        scope: {
                            [key: string]: number[];
                        };
                        started_at: string | null;
                        starts_itself: boolean;
                        /** @enum {string} */
                        state: "previewing" | "ready" | "awaiting_release" | "queued" | "running" | "done" | "cancelled" | "failed";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices: {
        parameters: {
            query?: {
                branch_id?: number;
                client_id?: number;
                code?: string;
                /** @description The next_cursor of the page before */
                cursor?: string;
                due_from?: string;
                due_to?: string;
                issued_from?: string;
                issued_to?: string;
                limit?: number;
                month?: string;
                /** @description Something of it is still open, or nothing */
                open?: boolean;
                run_id?: number;
                status?: "unpaid" | "partial" | "paid" | "overdue" | "void";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            allocated_minor: number;
                            /** Format: int64 */
                            branch_id: number;
                            client_code: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            code: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credited_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            /** Format: date */
                            due_on: string;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            issued_on: string;
                            /** @enum {string} */
                            kind: "month" | "first" | "renewal" | "change" | "final" | "manual" | "opening";
                            /** Format: date */
                            month: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            open_minor: number;
                            run_id: number | null;
                            /** @enum {string} */
                            status: "unpaid" | "partial" | "paid" | "overdue" | "void";
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            written_off_minor: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoices: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    client_id: number;
                    /** Format: date */
                    issued_on?: string;
                    month?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        allocated_minor: number;
                        /** @description Each time money was set against it */
                        allocations: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            by_name: string | null;
                            /** Format: int64 */
                            id: number;
                            method: string;
                            /** Format: int64 */
                            payment_id: number;
                            receipt_code: string | null;
                            /**
                             * Format: int64
                             * @description Less what was taken back of it
                             */
                            standing_minor: number;
                        }[];
                        allowed: {
                            credit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pay: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_back: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            void: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            write_off: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: int64 */
                        branch_id: number;
                        buyer: {
                            address: string;
                            code?: string;
                            email?: string;
                            name: string;
                            phone: string;
                            vat_registration: string;
                        };
                        client_code: string;
                        /** Format: int64 */
                        client_id: number;
                        client_name: string;
                        code: string;
                        credit_notes: {
                            code: string;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            issued_on: string;
                            kind: string;
                            reason: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        discount_minor: number;
                        /** Format: date */
                        due_on: string;
                        /** Format: int64 */
                        id: number;
                        is_month_closed: boolean;
                        /** Format: date-time */
                        issued_at: string;
                        /** Format: date */
                        issued_on: string;
                        /** @enum {string} */
                        kind: "month" | "first" | "renewal" | "change" | "final" | "manual" | "opening";
                        lines: {
                            description: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            /** Format: date */
                            ends_on: string;
                            explain: {
                                [key: string]: unknown;
                            };
                            item: string;
                            /**
                             * Format: int64
                             * @description Not credited by any note yet
                             */
                            left_minor: number;
                            line_no: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            package_version_id: number | null;
                            /** Format: int64 */
                            quantity_milli: number;
                            /** Format: date */
                            starts_on: string;
                            subscription_id: number | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            unit_price_minor: number;
                            vat_bp: number;
                            vat_inclusive: boolean;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                        }[];
                        /** Format: date */
                        month: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        net_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        open_minor: number;
                        paid_by: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            method: string;
                            /** Format: int64 */
                            payment_id: number;
                            receipt_code: string | null;
                        }[];
                        run_id: number | null;
                        seller: {
                            address: string;
                            code?: string;
                            email?: string;
                            name: string;
                            phone: string;
                            vat_registration: string;
                        };
                        /** @enum {string} */
                        status: "unpaid" | "partial" | "paid" | "overdue" | "void";
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        vat_minor: number;
                        void: {
                            code: string;
                            /** Format: date */
                            issued_on: string;
                            reason: string;
                        } | null;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        voided_minor: number;
                        write_offs: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            code: string;
                            /** Format: date */
                            issued_on: string;
                            reason: string;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        written_off_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoices_by_id_credit_notes: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor?: number;
                    /** @enum {string} */
                    kind: "correction" | "discount" | "waiver" | "outage";
                    lines?: {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        line_no: number;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_by_id_explanation: {
        parameters: {
            query?: {
                /** @description The reader’s own language where not said */
                locale?: "en" | "bn";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        invoice_id: number;
                        lines: {
                            line_no: number;
                            steps: {
                                figures: {
                                    [key: string]: number | string;
                                };
                                refs: {
                                    code: string | null;
                                    /** Format: int64 */
                                    id: number;
                                    type: string;
                                }[];
                                /** @description A sentence to read out */
                                text: string;
                            }[];
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        open_minor: number;
                        steps: {
                            figures: {
                                [key: string]: number | string;
                            };
                            refs: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                type: string;
                            }[];
                            /** @description A sentence to read out */
                            text: string;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_by_id_lines_by_n_explanation: {
        parameters: {
            query?: {
                /** @description The reader’s own language where not said */
                locale?: "en" | "bn";
            };
            header?: never;
            path: {
                id: number;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line_no: number;
                        steps: {
                            figures: {
                                [key: string]: number | string;
                            };
                            refs: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                type: string;
                            }[];
                            /** @description A sentence to read out */
                            text: string;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_invoices_by_id_pdf: {
        parameters: {
            query?: {
                locale?: "en" | "bn";
                paper?: "a4" | "80mm";
                template?: "standard" | "mushak-6.3";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoices_by_id_void: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoices_by_id_write_offs: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        code: string;
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_invoices_quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    client_id: number;
                    month?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        lines: {
                            description: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            /** Format: date */
                            ends_on: string;
                            item: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            net_minor: number;
                            /** Format: date */
                            starts_on: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            vat_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        vat_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            /** @description Whose sub-ledger this account stands for; its postings name that party */
                            control_of: string | null;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            /** @description Whether an entry by hand may use it; an account of the wallets then names one */
                            is_postable: boolean;
                            name_bn: string;
                            name_en: string;
                            /** @enum {string} */
                            normal_side: "debit" | "credit";
                            type: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_accounts_by_id_statement: {
        parameters: {
            query?: {
                branch_id?: number;
                from?: string;
                to?: string;
                /** @description Of the account of wallets: one of them */
                wallet_id?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            code: string;
                            /** @description Whose sub-ledger this account stands for; its postings name that party */
                            control_of: string | null;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            /** @description Whether an entry by hand may use it; an account of the wallets then names one */
                            is_postable: boolean;
                            name_bn: string;
                            name_en: string;
                            /** @enum {string} */
                            normal_side: "debit" | "credit";
                            type: string;
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        closing_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credit_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        debit_minor: number;
                        /** Format: date */
                        from: string;
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            balance_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /** Format: date */
                            day: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            debit_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Balances are on the normal side of the account; negative = on the other side
                         */
                        opening_minor: number;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_entries: {
        parameters: {
            query?: {
                account_id?: number;
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                document_id?: number;
                document_kind?: string;
                /** @description With account_id alone: a year before `to`, where not said */
                from?: string;
                kind?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: {
                                reverse: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /** Format: date */
                            booked_on: string;
                            /** @description sha256 of the entry with its postings, written once; seals are made of these */
                            content_hash: string;
                            /** Format: int64 */
                            document_id: number;
                            document_kind: string;
                            /** Format: int64 */
                            id: number;
                            kind: string;
                            memo: string | null;
                            postings: {
                                account_code: string;
                                /** Format: int64 */
                                account_id: number;
                                branch_id: number | null;
                                branch_name: string | null;
                                client_code: string | null;
                                client_id: number | null;
                                client_name: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                credit_minor: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                debit_minor: number;
                                gateway_id: number | null;
                                line_no: number;
                                wallet_id: number | null;
                                wallet_name: string | null;
                            }[];
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by: number | null;
                            recorded_by_name: string | null;
                            reversed_by_id: number | null;
                            reverses_id: number | null;
                            /** @description The document to look at: of an allocation its invoice, of a refund its payment */
                            subject: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "invoice" | "credit_note" | "payment" | "wallet_transfer";
                            } | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ledger_entries: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    booked_on?: string;
                    memo: string;
                    postings: {
                        /** Format: int64 */
                        account_id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        branch_id?: number | null;
                        /** @enum {string} */
                        side: "debit" | "credit";
                        wallet_id?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_entries_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            reverse: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: date */
                        booked_on: string;
                        /** @description sha256 of the entry with its postings, written once; seals are made of these */
                        content_hash: string;
                        /** Format: int64 */
                        document_id: number;
                        document_kind: string;
                        /** Format: int64 */
                        id: number;
                        kind: string;
                        memo: string | null;
                        postings: {
                            account_code: string;
                            /** Format: int64 */
                            account_id: number;
                            branch_id: number | null;
                            branch_name: string | null;
                            client_code: string | null;
                            client_id: number | null;
                            client_name: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            debit_minor: number;
                            gateway_id: number | null;
                            line_no: number;
                            wallet_id: number | null;
                            wallet_name: string | null;
                        }[];
                        /** Format: date-time */
                        recorded_at: string;
                        recorded_by: number | null;
                        recorded_by_name: string | null;
                        reversed_by_id: number | null;
                        reverses_id: number | null;
                        /** @description The document to look at: of an allocation its invoice, of a refund its payment */
                        subject: {
                            code: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "invoice" | "credit_note" | "payment" | "wallet_transfer";
                        } | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ledger_entries_by_id_reversal: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    booked_on?: string;
                    memo: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_months: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: {
                                close: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            closed_at: string | null;
                            closed_by: number | null;
                            closed_by_name: string | null;
                            is_closed: boolean;
                            month: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ledger_months_by_month_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_ledger_months_by_month_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ledger_trial_balance: {
        parameters: {
            query?: {
                branch_id?: number;
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credit_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        debit_minor: number;
                        items: {
                            /** Format: int64 */
                            account_id: number;
                            /**
                             * Format: int64
                             * @description On the normal side of the account; negative = on the other side
                             */
                            balance_minor: number;
                            code: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            debit_minor: number;
                            name_bn: string;
                            name_en: string;
                            /** @enum {string} */
                            normal_side: "debit" | "credit";
                            type: string;
                        }[];
                        /** Format: date */
                        on: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_packages: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                is_active?: boolean;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            /** @description The version in force today */
                            current: {
                                approval_no: string;
                                approved_on: string | null;
                                download_kbps: number;
                                /** Format: int64 */
                                id: number;
                                /** Format: int64 */
                                package_id: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                price_minor: number;
                                router_profile: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                                validity_count: number;
                                /** @enum {string} */
                                validity_unit: "day" | "month";
                                vat_inclusive: boolean;
                                vat_rate_id: number | null;
                                version_no: number;
                            } | null;
                            description: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            /** @description The next version that is announced */
                            upcoming: {
                                approval_no: string;
                                approved_on: string | null;
                                download_kbps: number;
                                /** Format: int64 */
                                id: number;
                                /** Format: int64 */
                                package_id: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                price_minor: number;
                                router_profile: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                                validity_count: number;
                                /** @enum {string} */
                                validity_unit: "day" | "month";
                                vat_inclusive: boolean;
                                vat_rate_id: number | null;
                                version_no: number;
                            } | null;
                            version: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_packages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    approval_no?: string;
                    approved_on?: string | null;
                    code: string;
                    /** @default  */
                    description?: string;
                    download_kbps: number;
                    name: string;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    price_minor: number;
                    /** @default  */
                    router_profile?: string;
                    /**
                     * Format: date
                     * @description Today where not said
                     */
                    starts_on?: string;
                    upload_kbps: number;
                    /** @default 1 */
                    validity_count?: number;
                    /**
                     * @default month
                     * @enum {string}
                     */
                    validity_unit?: "day" | "month";
                    /** @default false */
                    vat_inclusive?: boolean;
                    vat_rate_id?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** @description The version in force today */
                        current: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        description: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        /** @description The next version that is announced */
                        upcoming: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        version: number;
                        warnings: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            ceiling_minor: number;
                            /** @enum {string} */
                            code: "above_tariff_ceiling";
                            download_kbps: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_packages_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** @description The version in force today */
                        current: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        description: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        /** @description The next version that is announced */
                        upcoming: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_packages_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    description?: string;
                    is_active?: boolean;
                    name?: string;
                    /** @description The version you have seen; a newer one answers 409 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** @description The version in force today */
                        current: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        description: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        /** @description The next version that is announced */
                        upcoming: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_packages_by_id_quote: {
        parameters: {
            query?: {
                anchor_day?: number;
                billing_policy_id?: number;
                discount_bp?: number;
                discount_minor?: number;
                is_vat_exempt?: boolean;
                /** @description An own price instead of the package’s */
                price_override_minor?: number;
                starts_on?: string;
                /** @description The client’s own rate */
                vat_rate_id?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cycle: {
                            lines: {
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                /** Format: date */
                                ends_on: string;
                                explain: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                net_minor: number;
                                /** Format: date */
                                starts_on: string;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                total_minor: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                vat_minor: number;
                            }[];
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        };
                        first: {
                            lines: {
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                /** Format: date */
                                ends_on: string;
                                explain: {
                                    [key: string]: unknown;
                                };
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                net_minor: number;
                                /** Format: date */
                                starts_on: string;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                total_minor: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                vat_minor: number;
                            }[];
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            total_minor: number;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_packages_by_id_versions: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            approval_no: string;
                            approved_on: string | null;
                            download_kbps: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            package_id: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            price_minor: number;
                            router_profile: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                            validity_count: number;
                            /** @enum {string} */
                            validity_unit: "day" | "month";
                            vat_inclusive: boolean;
                            vat_rate_id: number | null;
                            version_no: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_packages_by_id_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Give it to move the lines already sold to the new terms from this day on
                     */
                    applies_to_existing_from?: string;
                    approval_no?: string;
                    approved_on?: string | null;
                    download_kbps?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    price_minor?: number;
                    router_profile?: string;
                    /** Format: date */
                    starts_on: string;
                    upload_kbps?: number;
                    validity_count?: number;
                    /** @enum {string} */
                    validity_unit?: "day" | "month";
                    vat_inclusive?: boolean;
                    vat_rate_id?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approval_no: string;
                        approved_on: string | null;
                        download_kbps: number;
                        /** Format: int64 */
                        id: number;
                        moved_lines: number;
                        /** Format: int64 */
                        package_id: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        price_minor: number;
                        router_profile: string;
                        /** Format: date */
                        starts_on: string;
                        upload_kbps: number;
                        validity_count: number;
                        /** @enum {string} */
                        validity_unit: "day" | "month";
                        vat_inclusive: boolean;
                        vat_rate_id: number | null;
                        version_no: number;
                        warnings: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            ceiling_minor: number;
                            /** @enum {string} */
                            code: "above_tariff_ceiling";
                            download_kbps: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_packages_bulk_edits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Give it to move the lines already sold to the new prices from this day on
                     */
                    applies_to_existing_from?: string;
                    approval_no?: string;
                    approved_on?: string | null;
                    change: {
                        /** @enum {string} */
                        kind: "percent";
                        percent_bp: number;
                    } | {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        /** @enum {string} */
                        kind: "amount";
                    } | {
                        /** @enum {string} */
                        kind: "set";
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        price_minor: number;
                    };
                    package_ids: number[];
                    /**
                     * @description true: say what would change and change nothing
                     * @default false
                     */
                    preview?: boolean;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    round_to_minor?: number;
                    /** Format: date */
                    starts_on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        is_preview: boolean;
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            after_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            before_minor: number;
                            code: string;
                            name: string;
                            /** Format: int64 */
                            package_id: number;
                            warnings: {
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                ceiling_minor: number;
                                /** @enum {string} */
                                code: "above_tariff_ceiling";
                                download_kbps: number;
                            }[];
                        }[];
                        /** @description Lines already sold that move, or would */
                        lines: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_payments: {
        parameters: {
            query?: {
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                /** @description Recorded at or after */
                from?: string;
                limit?: number;
                method?: "cash" | "bank" | "bkash" | "nagad" | "card" | "online" | "opening" | "deposit";
                receipt_code?: string;
                received_by?: number;
                trx_id?: string;
                /** @description Recorded before */
                until?: string;
                value_from?: string;
                value_to?: string;
                wallet_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            branch_id: number | null;
                            client_code: string | null;
                            client_id: number | null;
                            client_name: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online" | "opening" | "deposit";
                            note: string;
                            receipt_code: string | null;
                            received_by: number | null;
                            received_by_name: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            refunded_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            remaining_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            rounding_minor: number;
                            source: string;
                            /** @enum {string} */
                            status: "live" | "reversed" | "suspense";
                            trx_id: string | null;
                            /** Format: date */
                            value_on: string;
                            wallet_id: number | null;
                            wallet_name: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Invoices to pay, in this order, each with at most its open amount; the oldest due first where left out; empty = all stays credit */
                    allocations?: {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor?: number;
                        /** Format: int64 */
                        invoice_id: number;
                    }[];
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    /** @description null: nobody knows yet whose money it is */
                    client_id: number | null;
                    /** @description A discount given with the payment, within what your role gives alone */
                    discount?: {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        /** Format: int64 */
                        invoice_id: number;
                        reason: string;
                    };
                    /** @enum {string} */
                    method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online";
                    /** @default  */
                    note?: string;
                    /** @description Renew this prepaid line with the money; it is paid first */
                    renewal?: {
                        /** @default 1 */
                        cycles?: number;
                        /** Format: int64 */
                        subscription_id: number;
                    };
                    /** @description TrxID, cheque or slip number; used once for each method */
                    trx_id?: string;
                    /**
                     * Format: date
                     * @description The day the money came; today where left out
                     */
                    value_on?: string;
                    /**
                     * Format: int64
                     * @description Your own drawer for cash, or the only wallet of the method, where left out
                     */
                    wallet_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allocations: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            invoice_code: string;
                            /** Format: int64 */
                            invoice_id: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        client_id: number | null;
                        /** Format: int64 */
                        id: number;
                        receipt_code: string | null;
                        /**
                         * Format: int64
                         * @description What became credit
                         */
                        remaining_minor: number;
                        /** @description Lines whose cut for unpaid bills ended */
                        restored_lines: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        rounding_minor: number;
                        /** Format: int64 */
                        wallet_id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_payments_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allocations: {
                            /**
                             * Format: int64
                             * @description Negative where an allocation was taken back
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            /** Format: int64 */
                            id: number;
                            invoice_code: string;
                            /** Format: int64 */
                            invoice_id: number;
                            /**
                             * Format: int64
                             * @description What of it still stands
                             */
                            live_minor: number;
                            reason: string;
                            reverses_id: number | null;
                        }[];
                        allowed: {
                            allocate: {
                                ok: boolean;
                                reason: string | null;
                            };
                            match: {
                                ok: boolean;
                                reason: string | null;
                            };
                            refund: {
                                ok: boolean;
                                reason: string | null;
                            };
                            reverse: {
                                ok: boolean;
                                reason: string | null;
                            };
                            take_allocation_back: {
                                ok: boolean;
                                reason: string | null;
                            };
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        branch_id: number | null;
                        client_code: string | null;
                        client_id: number | null;
                        client_name: string | null;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online" | "opening" | "deposit";
                        note: string;
                        receipt_code: string | null;
                        received_by: number | null;
                        received_by_name: string | null;
                        /** Format: date-time */
                        recorded_at: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        refunded_minor: number;
                        refunds: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            payment_id: number;
                            reason: string;
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by: number | null;
                            trx_id: string | null;
                            /** Format: int64 */
                            wallet_id: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        remaining_minor: number;
                        reversal: {
                            /** Format: date */
                            booked_on: string;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "mistake" | "bounced" | "chargeback";
                            reason: string;
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by: number | null;
                        } | null;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        rounding_minor: number;
                        source: string;
                        /** @enum {string} */
                        status: "live" | "reversed" | "suspense";
                        trx_id: string | null;
                        /** Format: date */
                        value_on: string;
                        wallet_id: number | null;
                        wallet_name: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments_by_id_allocations: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Invoices to pay, in this order, each with at most its open amount; the oldest due first where left out; empty = all stays credit */
                    allocations?: {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor?: number;
                        /** Format: int64 */
                        invoice_id: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allocations: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            invoice_id: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments_by_id_match: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    client_id: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments_by_id_match_decision: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    is_approved: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        client_id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_payments_by_id_receipt.pdf": {
        parameters: {
            query?: {
                locale?: "en" | "bn";
                paper?: "a4" | "a5" | "80mm";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/pdf */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments_by_id_refunds: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    reason: string;
                    /** @description TrxID, cheque or slip number; used once for each method */
                    trx_id?: string;
                    /**
                     * @description Take allocations back, newest first, where less is unallocated
                     * @default false
                     */
                    unallocate?: boolean;
                    /** Format: int64 */
                    wallet_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_payments_by_id_reversal: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "mistake" | "bounced" | "chargeback";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_receipts_by_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        amount_minor: number;
                        branch_id: number | null;
                        client_code: string | null;
                        client_id: number | null;
                        client_name: string | null;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online" | "opening" | "deposit";
                        note: string;
                        receipt_code: string | null;
                        received_by: number | null;
                        received_by_name: string | null;
                        /** Format: date-time */
                        recorded_at: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        refunded_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        remaining_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        rounding_minor: number;
                        source: string;
                        /** @enum {string} */
                        status: "live" | "reversed" | "suspense";
                        trx_id: string | null;
                        /** Format: date */
                        value_on: string;
                        wallet_id: number | null;
                        wallet_name: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_refunds: {
        parameters: {
            query?: {
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                payment_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            /** Format: int64 */
                            client_id: number;
                            client_name: string;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            /** Format: int64 */
                            payment_id: number;
                            reason: string;
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by: number | null;
                            trx_id: string | null;
                            /** Format: int64 */
                            wallet_id: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports_clients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        active: number;
                        /** Format: int64 */
                        all: number;
                        /** Format: int64 */
                        expired: number;
                        /**
                         * Format: int64
                         * @description All their lines have left
                         */
                        left: number;
                        /**
                         * Format: int64
                         * @description They never had a line
                         */
                        none: number;
                        /** Format: int64 */
                        pending: number;
                        /** Format: int64 */
                        suspended: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports_collections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every day from the first of last month up to today */
                        days: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            day: string;
                            /** Format: int64 */
                            payments: number;
                        }[];
                        last_month: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        /** @description As far into the last month as today is into this one */
                        last_month_to_day: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        /** @description This month, the largest first */
                        methods: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            method: string;
                            /** Format: int64 */
                            payments: number;
                        }[];
                        /** @description Up to today */
                        this_month: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        today: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        yesterday: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports_collections_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every day from the first of last month up to today */
                        days: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            day: string;
                            /** Format: int64 */
                            payments: number;
                        }[];
                        last_month: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        /** @description As far into the last month as today is into this one */
                        last_month_to_day: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        /** @description This month, the largest first */
                        methods: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            method: string;
                            /** Format: int64 */
                            payments: number;
                        }[];
                        /** @description Up to today */
                        this_month: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        today: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                        yesterday: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** Format: date */
                            from: string;
                            /** Format: int64 */
                            payments: number;
                            /** Format: date */
                            to: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports_dues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The due days of these bills, as the list of invoices is asked for them */
                            due_from: string | null;
                            due_to: string | null;
                            /** @description Days since the due day; null with to_days null: not yet due */
                            from_days: number | null;
                            /** Format: int64 */
                            invoices: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            open_minor: number;
                            to_days: number | null;
                        }[];
                        /** Format: date */
                        on: string;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        open_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        overdue_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports_growth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description How many there were at the end of the month
                             */
                            clients: number;
                            /** Format: int64 */
                            joined: number;
                            /** Format: int64 */
                            left: number;
                            month: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resellers: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            branch_id: number;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            parent_id: number | null;
                            phone: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_resellers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    branch_id: number;
                    code: string;
                    name: string;
                    parent_id?: number | null;
                    /** @default  */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        branch_id: number;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_resellers_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    branch_id?: number;
                    code?: string;
                    is_active?: boolean;
                    name?: string;
                    parent_id?: number | null;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        branch_id: number;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowed: {
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                remove: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /** Format: int64 */
                            id: number;
                            is_builtin: boolean;
                            /** @description A built-in role that this company has changed */
                            is_changed: boolean;
                            key: string;
                            name: string;
                            /** @description In force: shipped + granted - denied */
                            permissions: string[];
                            users: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    name: string;
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            remove: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: int64 */
                        id: number;
                        is_builtin: boolean;
                        /** @description A built-in role that this company has changed */
                        is_changed: boolean;
                        key: string;
                        name: string;
                        /** @description In force: shipped + granted - denied */
                        permissions: string[];
                        users: number;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            remove: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: int64 */
                        id: number;
                        is_builtin: boolean;
                        /** @description A built-in role that this company has changed */
                        is_changed: boolean;
                        key: string;
                        name: string;
                        /** @description In force: shipped + granted - denied */
                        permissions: string[];
                        users: number;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_roles_by_id_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    permissions: string[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            remove: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /** Format: int64 */
                        id: number;
                        is_builtin: boolean;
                        /** @description A built-in role that this company has changed */
                        is_changed: boolean;
                        key: string;
                        name: string;
                        /** @description In force: shipped + granted - denied */
                        permissions: string[];
                        users: number;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_saved_views: {
        parameters: {
            query?: {
                entity?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            filter: {
                                [key: string]: string;
                            };
                            id: number | null;
                            is_builtin: boolean;
                            is_shared: boolean;
                            key: string | null;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_saved_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default clients */
                    entity?: string;
                    filter: {
                        [key: string]: string;
                    };
                    /** @default false */
                    is_shared?: boolean;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        filter: {
                            [key: string]: string;
                        };
                        id: number | null;
                        is_builtin: boolean;
                        is_shared: boolean;
                        key: string | null;
                        name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_saved_views_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_search: {
        parameters: {
            query: {
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            client_id: number | null;
                            /** Format: int64 */
                            id: number;
                            is_exact: boolean;
                            subtitle: string;
                            title: string;
                            type: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description What the values of a choice are called */
                            choices: {
                                [key: string]: {
                                    bn: string;
                                    en: string;
                                };
                            };
                            default: unknown;
                            help: {
                                bn: string;
                                en: string;
                            };
                            key: string;
                            /** @description The JSON schema of its value */
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @description What its numbers count */
                            unit: ("minor" | "minutes" | "hours" | "days" | "percent") | null;
                            updated_at: string | null;
                            updated_by_name: string | null;
                            value: unknown;
                            /** @description 0 = never set */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: unknown;
                    };
                    /** @description The versions you have seen; a newer one answers 409 */
                    versions?: {
                        [key: string]: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description What the values of a choice are called */
                            choices: {
                                [key: string]: {
                                    bn: string;
                                    en: string;
                                };
                            };
                            default: unknown;
                            help: {
                                bn: string;
                                en: string;
                            };
                            key: string;
                            /** @description The JSON schema of its value */
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @description What its numbers count */
                            unit: ("minor" | "minutes" | "hours" | "days" | "percent") | null;
                            updated_at: string | null;
                            updated_by_name: string | null;
                            value: unknown;
                            /** @description 0 = never set */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo_available: boolean;
                        needed: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    admin: {
                        /** @default  */
                        email?: "" | string;
                        full_name: string;
                        password: string;
                        username: string;
                    };
                    company: {
                        /** @default  */
                        address?: string;
                        currency: string;
                        /** @default  */
                        email?: "" | string;
                        /** @default 7 */
                        fiscal_year_start_month?: number;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        name: string;
                        /** @default  */
                        phone?: string;
                        zone: string;
                    };
                    /** @default false */
                    load_demo?: boolean;
                    token: string;
                    /** @default {} */
                    vat?: {
                        /** @default 0 */
                        rate_bp?: number;
                        /** @default  */
                        registration?: string;
                        /**
                         * @default line
                         * @enum {string}
                         */
                        rounding?: "line" | "invoice";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo_loading: boolean;
                        username: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_signup_requests: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "new" | "approved" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            area_id: number | null;
                            branch_id: number | null;
                            client_id: number | null;
                            /** Format: date-time */
                            created_at: string;
                            decided_at: string | null;
                            decided_by: number | null;
                            decision_reason: string;
                            email: string;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            note: string;
                            package_id: number | null;
                            phone: string;
                            /** @enum {string} */
                            state: "new" | "approved" | "rejected";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signup_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    address?: string;
                    area_id?: number | null;
                    branch_id?: number | null;
                    /** @default  */
                    email?: "" | string;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "bn";
                    name: string;
                    /** @default  */
                    note?: string;
                    package_id?: number | null;
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signup_requests_by_id_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    area_id?: number | null;
                    /** Format: int64 */
                    branch_id?: number;
                    /** @default home */
                    client_type?: string;
                    code?: string;
                    /** @default {} */
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @default  */
                    district?: string;
                    email?: "" | string;
                    /** @default null */
                    gender?: ("female" | "male" | "other") | null;
                    /** @default false */
                    is_vat_exempt?: boolean;
                    /** Format: date */
                    joined_on?: string;
                    /**
                     * @default person
                     * @enum {string}
                     */
                    kind?: "person" | "company";
                    /** @default null */
                    latitude?: number | null;
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    /** @default null */
                    longitude?: number | null;
                    name?: string;
                    /**
                     * @description National identity number; stored sealed, shown masked
                     * @default null
                     */
                    nid?: string | null;
                    phone?: string;
                    /** @default  */
                    phone_alternative?: string;
                    reseller_id?: number | null;
                    subscription?: {
                        /** @description In service since that day; null = pending */
                        activated_on?: string | null;
                        /** @default  */
                        address?: string;
                        /** @default 1 */
                        anchor_day?: number;
                        /** @default true */
                        auto_control?: boolean;
                        /** @default true */
                        auto_renew?: boolean;
                        /**
                         * @default postpaid
                         * @enum {string}
                         */
                        billing_mode?: "postpaid" | "prepaid";
                        /**
                         * Format: int64
                         * @description The default policy where not said
                         */
                        billing_policy_id?: number;
                        /**
                         * @default pppoe
                         * @enum {string}
                         */
                        connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** @default {} */
                        custom?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @default 0 */
                        discount_bp?: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        discount_minor?: number;
                        /** @default  */
                        discount_reason?: string;
                        /** Format: date */
                        joined_on?: string;
                        /** @default  */
                        label?: string;
                        /** @default null */
                        mac?: string | null;
                        /**
                         * @default fibre
                         * @enum {string}
                         */
                        medium?: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id?: number | null;
                        /** @default null */
                        onu_mac?: string | null;
                        /** @default  */
                        onu_model?: string;
                        /** Format: int64 */
                        package_id: number;
                        /** @default null */
                        pppoe_login?: string | null;
                        /** @default null */
                        pppoe_password?: string | null;
                        price_override_minor?: number | null;
                        router_id?: number | null;
                        /** @default null */
                        static_ip?: string | null;
                    };
                    /** @default [] */
                    tags?: string[];
                    /** @default  */
                    upazila?: string;
                    vat_rate_id?: number | null;
                    /** @default  */
                    vat_registration?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        allowed: {
                            add_charge: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            add_subscription: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            bill: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            delete: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            give_discount: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            offset_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            open_balance: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            return_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_deposit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            take_payment: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            verify_nid: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        area_id: number | null;
                        balance: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Held as a deposit
                             */
                            deposit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /** Format: int64 */
                        branch_id: number;
                        client_type: string;
                        code: string;
                        /** Format: date-time */
                        created_at: string;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        deleted_at: string | null;
                        district: string;
                        email: string;
                        gender: ("female" | "male" | "other") | null;
                        /** Format: int64 */
                        id: number;
                        is_vat_exempt: boolean;
                        is_vip: boolean;
                        is_whitelisted: boolean;
                        /** Format: date */
                        joined_on: string;
                        /** @enum {string} */
                        kind: "person" | "company";
                        latitude: number | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        longitude: number | null;
                        name: string;
                        nid_masked: string | null;
                        nid_verified_at: string | null;
                        nid_verified_by: number | null;
                        phone: string;
                        phone_alternative: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left" | "none";
                        subscriptions: {
                            access: {
                                /** Format: int64 */
                                applied_revision: number;
                                /** Format: date-time */
                                changed_at: string;
                                desired_on: boolean;
                                last_error: string | null;
                                observed_at: string | null;
                                profile: string;
                                /** Format: int64 */
                                revision: number;
                                static_ip: string | null;
                            } | null;
                            activated_on: string | null;
                            address: string;
                            allowed: {
                                activate: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_package: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                change_terms: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                mark_left: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                pause: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                renew: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reopen: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                restore: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                resume: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reveal_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                set_password: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                suspend: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            current_terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            } | null;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pauses: {
                                ends_on: string | null;
                                /** Format: int64 */
                                id: number;
                                /** @enum {string} */
                                kind: "vacation" | "suspension";
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                            }[];
                            pppoe_login: string | null;
                            reasons: {
                                note: string;
                                /** @enum {string} */
                                reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                                recorded_by: number | null;
                                /** Format: date-time */
                                since: string;
                                until: string | null;
                            }[];
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            terms: {
                                approved_by: number | null;
                                approved_by_name: string | null;
                                discount_bp: number;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                discount_minor: number;
                                download_kbps: number;
                                ends_on: string | null;
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                list_price_minor: number;
                                package_code: string;
                                /** Format: int64 */
                                package_id: number;
                                package_name: string;
                                /** Format: int64 */
                                package_version_id: number;
                                price_override_minor: number | null;
                                reason: string;
                                /** Format: date */
                                starts_on: string;
                                upload_kbps: number;
                            }[];
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        tags: string[];
                        upazila: string;
                        /** Format: date-time */
                        updated_at: string;
                        vat_rate_id: number | null;
                        vat_registration: string;
                        version: number;
                        vip_reason: string;
                        vip_until: string | null;
                        whitelist_reason: string;
                        whitelist_until: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_signup_requests_by_id_rejection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        area_id: number | null;
                        branch_id: number | null;
                        client_id: number | null;
                        /** Format: date-time */
                        created_at: string;
                        decided_at: string | null;
                        decided_by: number | null;
                        decision_reason: string;
                        email: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        name: string;
                        note: string;
                        package_id: number | null;
                        phone: string;
                        /** @enum {string} */
                        state: "new" | "approved" | "rejected";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions: {
        parameters: {
            query?: {
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                package_id?: number;
                /** @description A part of the PPPoE login or MAC */
                q?: string;
                router_id?: number;
                state?: "pending" | "active" | "suspended" | "expired" | "left";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activated_on: string | null;
                            address: string;
                            anchor_day: number;
                            auto_control: boolean;
                            auto_renew: boolean;
                            /** @enum {string} */
                            billing_mode: "postpaid" | "prepaid";
                            /** Format: int64 */
                            billing_policy_id: number;
                            /** Format: int64 */
                            client_id: number;
                            /** @enum {string} */
                            connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                            /** Format: date-time */
                            created_at: string;
                            custom: {
                                [key: string]: string | number | boolean;
                            };
                            /** @description Prepaid: the first day without cover */
                            expires_on: string | null;
                            has_pppoe_password: boolean;
                            /** Format: int64 */
                            id: number;
                            /** Format: date */
                            joined_on: string;
                            label: string;
                            left_on: string | null;
                            left_reason: string;
                            mac: string | null;
                            /** @enum {string} */
                            medium: "fibre" | "utp" | "wireless" | "coaxial";
                            olt_id: number | null;
                            onu_mac: string | null;
                            onu_model: string;
                            /** Format: int64 */
                            package_id: number;
                            pppoe_login: string | null;
                            router_id: number | null;
                            /** @enum {string} */
                            state: "pending" | "active" | "suspended" | "expired" | "left";
                            static_ip: string | null;
                            /** Format: date-time */
                            updated_at: string;
                            version: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In service since that day; null = pending */
                    activated_on?: string | null;
                    /** @default  */
                    address?: string;
                    /** @default 1 */
                    anchor_day?: number;
                    /** @default true */
                    auto_control?: boolean;
                    /** @default true */
                    auto_renew?: boolean;
                    /**
                     * @default postpaid
                     * @enum {string}
                     */
                    billing_mode?: "postpaid" | "prepaid";
                    /**
                     * Format: int64
                     * @description The default policy where not said
                     */
                    billing_policy_id?: number;
                    /** Format: int64 */
                    client_id: number;
                    /**
                     * @default pppoe
                     * @enum {string}
                     */
                    connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                    /** @default {} */
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    /** @default 0 */
                    discount_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    discount_minor?: number;
                    /** @default  */
                    discount_reason?: string;
                    /** Format: date */
                    joined_on?: string;
                    /** @default  */
                    label?: string;
                    /** @default null */
                    mac?: string | null;
                    /**
                     * @default fibre
                     * @enum {string}
                     */
                    medium?: "fibre" | "utp" | "wireless" | "coaxial";
                    olt_id?: number | null;
                    /** @default null */
                    onu_mac?: string | null;
                    /** @default  */
                    onu_model?: string;
                    /** Format: int64 */
                    package_id: number;
                    /** @default null */
                    pppoe_login?: string | null;
                    /** @default null */
                    pppoe_password?: string | null;
                    price_override_minor?: number | null;
                    router_id?: number | null;
                    /** @default null */
                    static_ip?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_subscriptions_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    auto_control?: boolean;
                    auto_renew?: boolean;
                    /** Format: int64 */
                    billing_policy_id?: number;
                    /** @enum {string} */
                    connection_kind?: "pppoe" | "static" | "dhcp" | "hotspot";
                    custom?: {
                        [key: string]: string | number | boolean | null;
                    };
                    label?: string;
                    mac?: string | null;
                    /** @enum {string} */
                    medium?: "fibre" | "utp" | "wireless" | "coaxial";
                    olt_id?: number | null;
                    onu_mac?: string | null;
                    onu_model?: string;
                    pppoe_login?: string | null;
                    router_id?: number | null;
                    static_ip?: string | null;
                    /** @description The version you have seen; a newer one answers 409 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions_by_id_access_explanation: {
        parameters: {
            query?: {
                /** @description The reader’s own language where not said */
                locale?: "en" | "bn";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        is_on: boolean;
                        state: string;
                        steps: {
                            figures: {
                                [key: string]: number | string;
                            };
                            refs: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                type: string;
                            }[];
                            /** @description A sentence to read out */
                            text: string;
                        }[];
                        /** Format: int64 */
                        subscription_id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_activation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Today where not said
                     */
                    on?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions_by_id_expiry_explanation: {
        parameters: {
            query?: {
                /** @description The reader’s own language where not said */
                locale?: "en" | "bn";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        billing_mode: "prepaid" | "postpaid";
                        expires_on: string | null;
                        steps: {
                            figures: {
                                [key: string]: number | string;
                            };
                            refs: {
                                code: string | null;
                                /** Format: int64 */
                                id: number;
                                type: string;
                            }[];
                            /** @description A sentence to read out */
                            text: string;
                        }[];
                        /** Format: int64 */
                        subscription_id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_leaving: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on?: string;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        deposit_offset_minor: number;
                        final_invoice_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_leaving_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on?: string;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /**
                         * Format: int64
                         * @description The final bill
                         */
                        billed_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        deposit_offset_minor: number;
                        final_invoice_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_package_changes: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    discount_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    discount_minor?: number;
                    /** @enum {string} */
                    how?: "now" | "full_new_cycle" | "cycle_end";
                    /**
                     * Format: date
                     * @description First day of the new package; today where left out
                     */
                    on?: string;
                    /** Format: int64 */
                    package_id: number;
                    price_override_minor?: number | null;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Given back for unused days
                         */
                        credited_minor: number;
                        invoice_id: number | null;
                        /**
                         * Format: int64
                         * @description Billed at once for the new package
                         */
                        invoiced_minor: number;
                        /** Format: date */
                        starts_on: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_package_changes_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    discount_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    discount_minor?: number;
                    /** @enum {string} */
                    how?: "now" | "full_new_cycle" | "cycle_end";
                    /**
                     * Format: date
                     * @description First day of the new package; today where left out
                     */
                    on?: string;
                    /** Format: int64 */
                    package_id: number;
                    price_override_minor?: number | null;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /**
                         * Format: int64
                         * @description Given back for unused days
                         */
                        credited_minor: number;
                        invoice_id: number | null;
                        /**
                         * Format: int64
                         * @description Billed at once for the new package
                         */
                        invoiced_minor: number;
                        /** Format: date */
                        starts_on: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_pauses: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from?: string;
                    /** @default  */
                    reason?: string;
                    /** Format: date */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_pauses_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from?: string;
                    /** @default  */
                    reason?: string;
                    /** Format: date */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions_by_id_pppoe_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pppoe_password: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_subscriptions_by_id_pppoe_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pppoe_password: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_renewals: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Exactly what it costs where left out
                     */
                    amount_minor?: number;
                    /** @default 1 */
                    cycles?: number;
                    /** @enum {string} */
                    method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online";
                    /** @default  */
                    note?: string;
                    /** @description TrxID, cheque or slip number; used once for each method */
                    trx_id?: string;
                    /**
                     * Format: date
                     * @description The day the money came; today where left out
                     */
                    value_on?: string;
                    /**
                     * Format: int64
                     * @description Your own drawer for cash, or the only wallet of the method, where left out
                     */
                    wallet_id?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        ends_on: string;
                        invoice_id: number | null;
                        payment: {
                            allocations: {
                                /**
                                 * Format: int64
                                 * @description Minor units of the company currency
                                 */
                                amount_minor: number;
                                invoice_code: string;
                                /** Format: int64 */
                                invoice_id: number;
                            }[];
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            client_id: number | null;
                            /** Format: int64 */
                            id: number;
                            receipt_code: string | null;
                            /**
                             * Format: int64
                             * @description What became credit
                             */
                            remaining_minor: number;
                            /** @description Lines whose cut for unpaid bills ended */
                            restored_lines: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            rounding_minor: number;
                            /** Format: int64 */
                            wallet_id: number;
                        };
                        /** Format: date */
                        starts_on: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_renewals_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 1 */
                    cycles?: number;
                    /** Format: date */
                    value_on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description The first day without cover
                         */
                        ends_on: string;
                        /** Format: date */
                        starts_on: string;
                        /**
                         * Format: int64
                         * @description What is left to pay after what was paid in advance
                         */
                        to_pay_minor: number;
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        total_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_reopening: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                        state: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_resumption: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_resumption_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    on?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the client would owe and have paid in advance afterwards */
                        balance_after: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            credit_minor: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            receivable_minor: number;
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_suspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                    /**
                     * @default manual
                     * @enum {string}
                     */
                    reason?: "manual" | "abuse" | "kyc";
                    /** @description First day of service again */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_subscriptions_by_id_suspension: {
        parameters: {
            query?: {
                reason?: "manual" | "abuse" | "kyc" | "billing";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_by_id_terms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 0 */
                    discount_bp?: number;
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    discount_minor?: number;
                    /** @description The first day the earlier terms hold again */
                    ends_on?: string | null;
                    price_override_minor?: number | null;
                    /** @default  */
                    reason?: string;
                    /** Format: date */
                    starts_on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access: {
                            /** Format: int64 */
                            applied_revision: number;
                            /** Format: date-time */
                            changed_at: string;
                            desired_on: boolean;
                            last_error: string | null;
                            observed_at: string | null;
                            profile: string;
                            /** Format: int64 */
                            revision: number;
                            static_ip: string | null;
                        } | null;
                        activated_on: string | null;
                        address: string;
                        allowed: {
                            activate: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_package: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            change_terms: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            mark_left: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            pause: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            renew: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reopen: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            restore: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            resume: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reveal_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_password: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            suspend: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        anchor_day: number;
                        auto_control: boolean;
                        auto_renew: boolean;
                        /** @enum {string} */
                        billing_mode: "postpaid" | "prepaid";
                        /** Format: int64 */
                        billing_policy_id: number;
                        /** Format: int64 */
                        client_id: number;
                        /** @enum {string} */
                        connection_kind: "pppoe" | "static" | "dhcp" | "hotspot";
                        /** Format: date-time */
                        created_at: string;
                        current_terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        } | null;
                        custom: {
                            [key: string]: string | number | boolean;
                        };
                        /** @description Prepaid: the first day without cover */
                        expires_on: string | null;
                        has_pppoe_password: boolean;
                        /** Format: int64 */
                        id: number;
                        /** Format: date */
                        joined_on: string;
                        label: string;
                        left_on: string | null;
                        left_reason: string;
                        mac: string | null;
                        /** @enum {string} */
                        medium: "fibre" | "utp" | "wireless" | "coaxial";
                        olt_id: number | null;
                        onu_mac: string | null;
                        onu_model: string;
                        /** Format: int64 */
                        package_id: number;
                        pauses: {
                            ends_on: string | null;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "vacation" | "suspension";
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                        }[];
                        pppoe_login: string | null;
                        reasons: {
                            note: string;
                            /** @enum {string} */
                            reason: "billing" | "expired" | "manual" | "abuse" | "vacation" | "kyc" | "left";
                            recorded_by: number | null;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        router_id: number | null;
                        /** @enum {string} */
                        state: "pending" | "active" | "suspended" | "expired" | "left";
                        static_ip: string | null;
                        terms: {
                            approved_by: number | null;
                            approved_by_name: string | null;
                            discount_bp: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            discount_minor: number;
                            download_kbps: number;
                            ends_on: string | null;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            list_price_minor: number;
                            package_code: string;
                            /** Format: int64 */
                            package_id: number;
                            package_name: string;
                            /** Format: int64 */
                            package_version_id: number;
                            price_override_minor: number | null;
                            reason: string;
                            /** Format: date */
                            starts_on: string;
                            upload_kbps: number;
                        }[];
                        /** Format: date-time */
                        updated_at: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_suspense: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            amount_minor: number;
                            /** @enum {string} */
                            method: "cash" | "bank" | "bkash" | "nagad" | "card" | "online" | "opening" | "deposit";
                            note: string;
                            /** Format: int64 */
                            payment_id: number;
                            proposal_reason: string | null;
                            proposed_by: number | null;
                            proposed_client_id: number | null;
                            proposed_client_name: string | null;
                            /** Format: date-time */
                            recorded_at: string;
                            trx_id: string | null;
                            /** Format: date */
                            value_on: string;
                            wallet_id: number | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tags: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_tags: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Clients that were changed */
                        clients: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tags_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            clients: number;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tags_renames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    new_name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Clients that were changed */
                        clients: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                role?: string;
                search?: string;
                status?: "active" | "disabled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            branch_ids: number[];
                            /** Format: date-time */
                            created_at: string;
                            denials: string[];
                            email: string;
                            full_name: string;
                            grants: string[];
                            has_password: boolean;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            last_login_ip: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            photo_file_id: number | null;
                            reseller_id: number | null;
                            role: string;
                            /** @enum {string} */
                            scope_kind: "company" | "branches" | "reseller";
                            /** @enum {string} */
                            status: "active" | "disabled";
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                            version: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_ids?: number[];
                    /** @default  */
                    email?: "" | string;
                    full_name: string;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "bn";
                    /** @default  */
                    phone?: string;
                    reseller_id?: number | null;
                    role: string;
                    /**
                     * @default company
                     * @enum {string}
                     */
                    scope_kind?: "company" | "branches" | "reseller";
                    username: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password_link: {
                            /** Format: date-time */
                            expires_at: string;
                            /** @description Opens the page where the person sets the password; shown once, works once */
                            link: string;
                        };
                        user: {
                            branch_ids: number[];
                            /** Format: date-time */
                            created_at: string;
                            denials: string[];
                            email: string;
                            full_name: string;
                            grants: string[];
                            has_password: boolean;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            last_login_ip: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            photo_file_id: number | null;
                            reseller_id: number | null;
                            role: string;
                            /** @enum {string} */
                            scope_kind: "company" | "branches" | "reseller";
                            /** @enum {string} */
                            status: "active" | "disabled";
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                            version: number;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: {
                            change_role: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            disable: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            enable: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            end_sessions: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            make_password_link: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            set_permissions: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        live_sessions: number;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_ids?: number[];
                    email?: "" | string;
                    full_name?: string;
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    phone?: string;
                    reseller_id?: number | null;
                    role?: string;
                    /** @enum {string} */
                    scope_kind?: "company" | "branches" | "reseller";
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_users_by_id_disablement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_users_by_id_disablement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id_login_attempts: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            outcome: string;
                            user_agent: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_users_by_id_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expires_at: string;
                        /** @description Opens the page where the person sets the password; shown once, works once */
                        link: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_users_by_id_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    denials: string[];
                    grants: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        photo_file_id: number | null;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            is_current: boolean;
                            /** Format: date-time */
                            last_seen_at: string;
                            user_agent: string | null;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_users_by_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_vat_rates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            /** Format: int64 */
                            id: number;
                            name: string;
                            /** @description Oldest first */
                            versions: {
                                rate_bp: number;
                                /** Format: date */
                                starts_on: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_vat_rates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    /** @description Basis points: 500 = 5 % */
                    rate_bp: number;
                    /** Format: date */
                    starts_on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        name: string;
                        /** @description Oldest first */
                        versions: {
                            rate_bp: number;
                            /** Format: date */
                            starts_on: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_vat_rates_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        name: string;
                        /** @description Oldest first */
                        versions: {
                            rate_bp: number;
                            /** Format: date */
                            starts_on: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_vat_rates_by_id_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Basis points: 500 = 5 % */
                    rate_bp: number;
                    /** Format: date */
                    starts_on: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: int64 */
                        id: number;
                        name: string;
                        /** @description Oldest first */
                        versions: {
                            rate_bp: number;
                            /** Format: date */
                            starts_on: string;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description Counted up to 1000
                             */
                            count: number;
                            /** @description Where it is one, which */
                            id: number | null;
                            /** @enum {string} */
                            kind: "run_to_release" | "run_to_start" | "discount_to_decide" | "suspense_to_match" | "suspense_to_agree" | "transfer_to_accept" | "signup_to_decide" | "import_to_start" | "import_with_errors" | "bulk_to_start" | "books_in_red";
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallet_transfers: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                /** @description Sent on this day or later */
                from?: string;
                from_wallet_id?: number;
                kind?: "transfer" | "hand_over";
                limit?: number;
                sent_by?: number;
                state?: "waiting" | "accepted" | "rejected" | "cancelled";
                to?: string;
                to_wallet_id?: number;
                /** @description From it or to it */
                wallet_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description How this person may end it now */
                            allowed: {
                                accept: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                cancel: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                reject: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /**
                             * Format: int64
                             * @description What was sent; by the books, where a drawer was handed over
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            code: string;
                            /** @description The cash as the sender counted it */
                            counted_minor: number | null;
                            /** @description Over (+) or short (-), once it is accepted */
                            difference_minor: number | null;
                            end_reason: string | null;
                            ended_at: string | null;
                            ended_by: number | null;
                            ended_by_name: string | null;
                            ended_on: string | null;
                            /** Format: int64 */
                            from_wallet_id: number;
                            from_wallet_name: string;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "transfer" | "hand_over";
                            reason: string;
                            /** @description What arrived */
                            received_minor: number | null;
                            /** Format: date-time */
                            recorded_at: string;
                            sent_by: number | null;
                            sent_by_name: string | null;
                            /** @enum {string} */
                            state: "waiting" | "accepted" | "rejected" | "cancelled";
                            /** Format: int64 */
                            to_wallet_id: number;
                            to_wallet_name: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallet_transfers: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    /** Format: int64 */
                    from_wallet_id: number;
                    /** @default  */
                    reason?: string;
                    /** Format: int64 */
                    to_wallet_id: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallet_transfers_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallet_transfers_by_id_acceptance: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Needed where the amount differs
                     * @default
                     */
                    reason?: string;
                    /**
                     * Format: int64
                     * @description What the sender counted, else what was sent, where left out
                     */
                    received_minor?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallet_transfers_by_id_cancellation: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallet_transfers_by_id_rejection: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallets: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                is_active?: boolean;
                kind?: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description What this person may do with it now */
                            allowed: {
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                hand_over: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                transfer: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            balance_minor: number;
                            branch_id: number | null;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            /** @enum {string} */
                            kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                            limit_minor: number | null;
                            name: string;
                            owner_name: string | null;
                            owner_user_id: number | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_id?: number | null;
                    code: string;
                    /** @enum {string} */
                    kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                    limit_minor?: number | null;
                    name: string;
                    owner_user_id?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What this person may do with it now */
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            hand_over: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            transfer: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        balance_minor: number;
                        branch_id: number | null;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        /** @enum {string} */
                        kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                        limit_minor: number | null;
                        name: string;
                        owner_name: string | null;
                        owner_user_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallets_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What this person may do with it now */
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            hand_over: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            transfer: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        balance_minor: number;
                        branch_id: number | null;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        /** @enum {string} */
                        kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                        limit_minor: number | null;
                        name: string;
                        owner_name: string | null;
                        owner_user_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_wallets_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_id?: number | null;
                    is_active?: boolean;
                    limit_minor?: number | null;
                    name?: string;
                    owner_user_id?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What this person may do with it now */
                        allowed: {
                            edit: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            hand_over: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            transfer: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        balance_minor: number;
                        branch_id: number | null;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        /** @enum {string} */
                        kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                        limit_minor: number | null;
                        name: string;
                        owner_name: string | null;
                        owner_user_id: number | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallets_by_id_day_sheet: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        closing_minor: number;
                        /** Format: date */
                        day: string;
                        kinds: {
                            /** Format: int64 */
                            count: number;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            in_minor: number;
                            kind: string;
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            out_minor: number;
                        }[];
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        opening_minor: number;
                        wallet: {
                            /** @description What this person may do with it now */
                            allowed: {
                                edit: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                hand_over: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                                transfer: {
                                    /** @enum {boolean} */
                                    ok: true;
                                } | {
                                    code: string;
                                    /** @enum {boolean} */
                                    ok: false;
                                    reason: string;
                                };
                            };
                            /**
                             * Format: int64
                             * @description Minor units of the company currency
                             */
                            balance_minor: number;
                            branch_id: number | null;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            /** @enum {string} */
                            kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                            limit_minor: number | null;
                            name: string;
                            owner_name: string | null;
                            owner_user_id: number | null;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallets_by_id_destinations: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            /** Format: int64 */
                            id: number;
                            /** @enum {string} */
                            kind: "drawer" | "office" | "bank" | "bkash" | "nagad" | "card" | "other";
                            name: string;
                            owner_name: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallets_by_id_hand_overs: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description The cash as it was counted
                     */
                    counted_minor: number;
                    /**
                     * @description Needed where the count differs from the books
                     * @default
                     */
                    reason?: string;
                    /** Format: int64 */
                    to_wallet_id: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How this person may end it now */
                        allowed: {
                            accept: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            cancel: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                            reject: {
                                /** @enum {boolean} */
                                ok: true;
                            } | {
                                code: string;
                                /** @enum {boolean} */
                                ok: false;
                                reason: string;
                            };
                        };
                        /**
                         * Format: int64
                         * @description What was sent; by the books, where a drawer was handed over
                         */
                        amount_minor: number;
                        /** Format: date */
                        booked_on: string;
                        code: string;
                        /** @description The cash as the sender counted it */
                        counted_minor: number | null;
                        /** @description Over (+) or short (-), once it is accepted */
                        difference_minor: number | null;
                        end_reason: string | null;
                        ended_at: string | null;
                        ended_by: number | null;
                        ended_by_name: string | null;
                        ended_on: string | null;
                        /** Format: int64 */
                        from_wallet_id: number;
                        from_wallet_name: string;
                        /** Format: int64 */
                        id: number;
                        /** @enum {string} */
                        kind: "transfer" | "hand_over";
                        reason: string;
                        /** @description What arrived */
                        received_minor: number | null;
                        /** Format: date-time */
                        recorded_at: string;
                        sent_by: number | null;
                        sent_by_name: string | null;
                        /** @enum {string} */
                        state: "waiting" | "accepted" | "rejected" | "cancelled";
                        /** Format: int64 */
                        to_wallet_id: number;
                        to_wallet_name: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_wallets_by_id_movements: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                from?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: int64
                             * @description In (+) or out (-)
                             */
                            amount_minor: number;
                            /** Format: date */
                            booked_on: string;
                            branch_id: number | null;
                            /** Format: int64 */
                            document_id: number;
                            document_kind: string;
                            /** Format: int64 */
                            entry_id: number;
                            kind: string;
                            line_no: number;
                            /** Format: date-time */
                            recorded_at: string;
                            recorded_by_name: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_wallets_by_id_opening_balance: {
        parameters: {
            query?: never;
            header: {
                /** @description A new one for each intended effect; the same one again answers what was answered first */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Minor units of the company currency
                     */
                    amount_minor: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_work: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            done: number;
                            /**
                             * Format: int64
                             * @description Clients or rows that could not be done
                             */
                            failed: number;
                            finished_at: string | null;
                            /** Format: int64 */
                            id: number;
                            is_own: boolean;
                            /** @description It only looks, and changes nothing yet */
                            is_preview: boolean;
                            /** @enum {string} */
                            kind: "invoice_run" | "import" | "export" | "bulk_job";
                            /** @description Of a month run */
                            month: string | null;
                            /** @description The file of an import, the list of an export, the action of bulk work */
                            name: string | null;
                            /** @description null: nobody knows how much there is to do */
                            of: number | null;
                            /** Format: date-time */
                            started_at: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        database: boolean;
                        migrations: boolean;
                        /** @enum {string} */
                        status: "ready" | "not_ready";
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        database: boolean;
                        migrations: boolean;
                        /** @enum {string} */
                        status: "ready" | "not_ready";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
