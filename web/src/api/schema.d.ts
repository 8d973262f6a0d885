// Made from api/openapi.json by `npm run api:types`; changes here are lost.
export interface paths {
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
    "/api/v1/charges/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a recurring charge end on a day */
        post: operations["post_charges_by_id_end"];
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
        /** One credit note */
        get: operations["get_credit_notes_by_id"];
        put?: never;
        post?: never;
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
        /** One run with its progress */
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
    "/api/v1/invoice-runs/{id}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients a run could not bill, with the reason */
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
        post?: never;
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
        patch?: never;
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
        /** One account */
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
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
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
                    /** Format: date */
                    on: string;
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
    get_credit_notes: {
        parameters: {
            query?: {
                client_id?: number;
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
                            client_id: number;
                            client_name: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: int64 */
                            id: number;
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
                        /** Format: int64 */
                        client_id: number;
                        client_name: string;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: int64 */
                        id: number;
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
                            reason: string;
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
                issued_from?: string;
                issued_to?: string;
                limit?: number;
                month?: string;
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
                        allowed: {
                            [key: string]: {
                                ok: boolean;
                                reason: string | null;
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
                starts_on?: string;
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
                            updated_at: string | null;
                            value: unknown;
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
                            updated_at: string | null;
                            value: unknown;
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
                        /**
                         * Format: int64
                         * @description Minor units of the company currency
                         */
                        credited_minor: number;
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
